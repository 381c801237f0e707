# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'inbox_page.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QProgressBar, QPushButton, QSizePolicy,
    QSpacerItem, QTreeWidget, QTreeWidgetItem, QVBoxLayout,
    QWidget)

class Ui_InboxPage(object):
    def setupUi(self, InboxPage):
        if not InboxPage.objectName():
            InboxPage.setObjectName(u"InboxPage")
        self.column = QVBoxLayout(InboxPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(InboxPage)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.drop = QFrame(InboxPage)
        self.drop.setObjectName(u"drop")
        self.drop.setProperty(u"card", True)
        self.dropLayout = QVBoxLayout(self.drop)
        self.dropLayout.setSpacing(8)
        self.dropLayout.setObjectName(u"dropLayout")
        self.dropLayout.setContentsMargins(24, 24, 24, 24)
        self.dropLabel = QLabel(self.drop)
        self.dropLabel.setObjectName(u"dropLabel")
        self.dropLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.dropLabel.setWordWrap(True)

        self.dropLayout.addWidget(self.dropLabel)

        self.dropHint = QLabel(self.drop)
        self.dropHint.setObjectName(u"dropHint")
        self.dropHint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.dropHint.setWordWrap(True)

        self.dropLayout.addWidget(self.dropHint)

        self.choose = QHBoxLayout()
        self.choose.setSpacing(8)
        self.choose.setObjectName(u"choose")
        self.c1 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.choose.addItem(self.c1)

        self.filesButton = QPushButton(self.drop)
        self.filesButton.setObjectName(u"filesButton")
        self.filesButton.setProperty(u"primary", True)

        self.choose.addWidget(self.filesButton)

        self.folderButton = QPushButton(self.drop)
        self.folderButton.setObjectName(u"folderButton")

        self.choose.addWidget(self.folderButton)

        self.c2 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.choose.addItem(self.c2)


        self.dropLayout.addLayout(self.choose)


        self.column.addWidget(self.drop)

        self.work = QHBoxLayout()
        self.work.setSpacing(8)
        self.work.setObjectName(u"work")
        self.progress = QProgressBar(InboxPage)
        self.progress.setObjectName(u"progress")

        self.work.addWidget(self.progress)

        self.cancelButton = QPushButton(InboxPage)
        self.cancelButton.setObjectName(u"cancelButton")

        self.work.addWidget(self.cancelButton)


        self.column.addLayout(self.work)

        self.summaryLabel = QLabel(InboxPage)
        self.summaryLabel.setObjectName(u"summaryLabel")
        self.summaryLabel.setWordWrap(True)

        self.column.addWidget(self.summaryLabel)

        self.results = QTreeWidget(InboxPage)
        self.results.setObjectName(u"results")

        self.column.addWidget(self.results)


        self.retranslateUi(InboxPage)

        QMetaObject.connectSlotsByName(InboxPage)
    # setupUi

    def retranslateUi(self, InboxPage):
        InboxPage.setWindowTitle(QCoreApplication.translate("InboxPage", u"InboxPage", None))
        self.title.setText(QCoreApplication.translate("InboxPage", u"Inbox", None))
        self.dropLabel.setText(QCoreApplication.translate("InboxPage", u"Drop bundles, folders or a whole stick here", None))
        self.dropHint.setText(QCoreApplication.translate("InboxPage", u"Files from the teams; names do not matter, content decides.", None))
        self.filesButton.setText(QCoreApplication.translate("InboxPage", u"Choose files\u2026", None))
        self.folderButton.setText(QCoreApplication.translate("InboxPage", u"Choose a folder or stick\u2026", None))
        self.cancelButton.setText(QCoreApplication.translate("InboxPage", u"Cancel", None))
        self.summaryLabel.setText("")
#if QT_CONFIG(accessibility)
        self.results.setAccessibleName(QCoreApplication.translate("InboxPage", u"What came in", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

