# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'queue_page.ui'
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

class Ui_QueuePage(object):
    def setupUi(self, QueuePage):
        if not QueuePage.objectName():
            QueuePage.setObjectName(u"QueuePage")
        self.column = QVBoxLayout(QueuePage)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.title = QLabel(QueuePage)
        self.title.setObjectName(u"title")

        self.head.addWidget(self.title)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.gap)

        self.takeInButton = QPushButton(QueuePage)
        self.takeInButton.setObjectName(u"takeInButton")

        self.head.addWidget(self.takeInButton)


        self.column.addLayout(self.head)

        self.officeLabel = QLabel(QueuePage)
        self.officeLabel.setObjectName(u"officeLabel")
        self.officeLabel.setWordWrap(True)

        self.column.addWidget(self.officeLabel)

        self.waitingLabel = QLabel(QueuePage)
        self.waitingLabel.setObjectName(u"waitingLabel")

        self.column.addWidget(self.waitingLabel)

        self.waitingTable = QTableView(QueuePage)
        self.waitingTable.setObjectName(u"waitingTable")

        self.column.addWidget(self.waitingTable)

        self.act = QHBoxLayout()
        self.act.setObjectName(u"act")
        self.choiceLabel = QLabel(QueuePage)
        self.choiceLabel.setObjectName(u"choiceLabel")
        self.choiceLabel.setWordWrap(True)

        self.act.addWidget(self.choiceLabel)

        self.agap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.act.addItem(self.agap)

        self.exportButton = QPushButton(QueuePage)
        self.exportButton.setObjectName(u"exportButton")
        self.exportButton.setProperty(u"primary", True)

        self.act.addWidget(self.exportButton)


        self.column.addLayout(self.act)

        self.progress = QProgressBar(QueuePage)
        self.progress.setObjectName(u"progress")

        self.column.addWidget(self.progress)

        self.resultLabel = QLabel(QueuePage)
        self.resultLabel.setObjectName(u"resultLabel")
        self.resultLabel.setWordWrap(True)

        self.column.addWidget(self.resultLabel)

        self.bundlesLabel = QLabel(QueuePage)
        self.bundlesLabel.setObjectName(u"bundlesLabel")

        self.column.addWidget(self.bundlesLabel)

        self.bundlesTable = QTableView(QueuePage)
        self.bundlesTable.setObjectName(u"bundlesTable")

        self.column.addWidget(self.bundlesTable)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fgap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fgap)

        self.againButton = QPushButton(QueuePage)
        self.againButton.setObjectName(u"againButton")

        self.foot.addWidget(self.againButton)

        self.handedOverButton = QPushButton(QueuePage)
        self.handedOverButton.setObjectName(u"handedOverButton")

        self.foot.addWidget(self.handedOverButton)


        self.column.addLayout(self.foot)


        self.retranslateUi(QueuePage)

        QMetaObject.connectSlotsByName(QueuePage)
    # setupUi

    def retranslateUi(self, QueuePage):
        QueuePage.setWindowTitle(QCoreApplication.translate("QueuePage", u"QueuePage", None))
        self.title.setText(QCoreApplication.translate("QueuePage", u"Queue and bundles", None))
        self.takeInButton.setText(QCoreApplication.translate("QueuePage", u"Take in an answer or card\u2026", None))
        self.officeLabel.setText("")
        self.waitingLabel.setText(QCoreApplication.translate("QueuePage", u"Waiting to be handed in", None))
#if QT_CONFIG(accessibility)
        self.waitingTable.setAccessibleName(QCoreApplication.translate("QueuePage", u"Waiting to be handed in", None))
#endif // QT_CONFIG(accessibility)
        self.choiceLabel.setText("")
        self.exportButton.setText(QCoreApplication.translate("QueuePage", u"Export bundle\u2026", None))
        self.resultLabel.setText("")
        self.bundlesLabel.setText(QCoreApplication.translate("QueuePage", u"Bundles", None))
#if QT_CONFIG(accessibility)
        self.bundlesTable.setAccessibleName(QCoreApplication.translate("QueuePage", u"Bundles", None))
#endif // QT_CONFIG(accessibility)
        self.againButton.setText(QCoreApplication.translate("QueuePage", u"Export again\u2026", None))
        self.handedOverButton.setText(QCoreApplication.translate("QueuePage", u"Handed over", None))
    # retranslateUi

