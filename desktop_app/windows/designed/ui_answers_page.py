# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'answers_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QHeaderView, QLabel,
    QProgressBar, QPushButton, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

class Ui_AnswersPage(object):
    def setupUi(self, AnswersPage):
        if not AnswersPage.objectName():
            AnswersPage.setObjectName(u"AnswersPage")
        self.column = QVBoxLayout(AnswersPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(AnswersPage)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.intro = QLabel(AnswersPage)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.column.addWidget(self.intro)

        self.table = QTableView(AnswersPage)
        self.table.setObjectName(u"table")

        self.column.addWidget(self.table)

        self.resultLabel = QLabel(AnswersPage)
        self.resultLabel.setObjectName(u"resultLabel")
        self.resultLabel.setWordWrap(True)

        self.column.addWidget(self.resultLabel)

        self.progress = QProgressBar(AnswersPage)
        self.progress.setObjectName(u"progress")

        self.column.addWidget(self.progress)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.fgap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fgap)

        self.exportButton = QPushButton(AnswersPage)
        self.exportButton.setObjectName(u"exportButton")
        self.exportButton.setProperty(u"primary", True)

        self.foot.addWidget(self.exportButton)


        self.column.addLayout(self.foot)


        self.retranslateUi(AnswersPage)

        QMetaObject.connectSlotsByName(AnswersPage)
    # setupUi

    def retranslateUi(self, AnswersPage):
        AnswersPage.setWindowTitle(QCoreApplication.translate("AnswersPage", u"AnswersPage", None))
        self.title.setText(QCoreApplication.translate("AnswersPage", u"Answers to the teams", None))
        self.intro.setText(QCoreApplication.translate("AnswersPage", u"One file for each unit: what arrived and what was decided. Carry it back the way the bundle came.", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("AnswersPage", u"Units that wait", None))
#endif // QT_CONFIG(accessibility)
        self.resultLabel.setText("")
        self.exportButton.setText(QCoreApplication.translate("AnswersPage", u"Export answers\u2026", None))
    # retranslateUi

