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
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

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
        self.dropColumn = QVBoxLayout(self.drop)
        self.dropColumn.setSpacing(8)
        self.dropColumn.setObjectName(u"dropColumn")
        self.dropColumn.setContentsMargins(24, 24, 24, 24)
        self.dropIcon = QLabel(self.drop)
        self.dropIcon.setObjectName(u"dropIcon")
        self.dropIcon.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.dropColumn.addWidget(self.dropIcon)

        self.dropLabel = QLabel(self.drop)
        self.dropLabel.setObjectName(u"dropLabel")
        self.dropLabel.setWordWrap(True)
        self.dropLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.dropColumn.addWidget(self.dropLabel)

        self.dropHint = QLabel(self.drop)
        self.dropHint.setObjectName(u"dropHint")
        self.dropHint.setWordWrap(True)
        self.dropHint.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.dropColumn.addWidget(self.dropHint)

        self.sticks = QHBoxLayout()
        self.sticks.setSpacing(8)
        self.sticks.setObjectName(u"sticks")

        self.dropColumn.addLayout(self.sticks)


        self.column.addWidget(self.drop)

        self.panelPlace = QVBoxLayout()
        self.panelPlace.setSpacing(0)
        self.panelPlace.setObjectName(u"panelPlace")
        self.panelPlace.setContentsMargins(0, 0, 0, 0)

        self.column.addLayout(self.panelPlace)

        self.historyColumn = QVBoxLayout()
        self.historyColumn.setSpacing(8)
        self.historyColumn.setObjectName(u"historyColumn")
        self.historyColumn.setContentsMargins(0, 0, 0, 0)
        self.historyLabel = QLabel(InboxPage)
        self.historyLabel.setObjectName(u"historyLabel")

        self.historyColumn.addWidget(self.historyLabel)

        self.historyTable = QTableView(InboxPage)
        self.historyTable.setObjectName(u"historyTable")

        self.historyColumn.addWidget(self.historyTable)

        self.noHistoryLabel = QLabel(InboxPage)
        self.noHistoryLabel.setObjectName(u"noHistoryLabel")
        self.noHistoryLabel.setWordWrap(True)

        self.historyColumn.addWidget(self.noHistoryLabel)


        self.column.addLayout(self.historyColumn)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.historyButton = QPushButton(InboxPage)
        self.historyButton.setObjectName(u"historyButton")

        self.foot.addWidget(self.historyButton)

        self.gap1 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.gap1)

        self.folderButton = QPushButton(InboxPage)
        self.folderButton.setObjectName(u"folderButton")

        self.foot.addWidget(self.folderButton)

        self.filesButton = QPushButton(InboxPage)
        self.filesButton.setObjectName(u"filesButton")

        self.foot.addWidget(self.filesButton)

        self.reviewButton = QPushButton(InboxPage)
        self.reviewButton.setObjectName(u"reviewButton")

        self.foot.addWidget(self.reviewButton)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.historyLabel.setBuddy(self.historyTable)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(InboxPage)

        QMetaObject.connectSlotsByName(InboxPage)
    # setupUi

    def retranslateUi(self, InboxPage):
        self.title.setText(QCoreApplication.translate("InboxPage", u"Inbox", None))
        self.dropLabel.setText(QCoreApplication.translate("InboxPage", u"Drop bundles, folders or a whole stick here", None))
        self.dropHint.setText(QCoreApplication.translate("InboxPage", u"Files from the teams, sealed or not, whatever they are called. Anything else is told apart and left alone.", None))
        self.historyLabel.setText(QCoreApplication.translate("InboxPage", u"Taken in &before", None))
#if QT_CONFIG(accessibility)
        self.historyTable.setAccessibleName(QCoreApplication.translate("InboxPage", u"Taken in before", None))
#endif // QT_CONFIG(accessibility)
        self.noHistoryLabel.setText(QCoreApplication.translate("InboxPage", u"Nothing has come in yet. What was taken in stands here, the newest first.", None))
        self.historyButton.setText(QCoreApplication.translate("InboxPage", u"Earlier &intakes", None))
        self.folderButton.setText(QCoreApplication.translate("InboxPage", u"Choose a fol&der or stick\u2026", None))
        self.filesButton.setText(QCoreApplication.translate("InboxPage", u"Choose &files\u2026", None))
        self.reviewButton.setText(QCoreApplication.translate("InboxPage", u"&Review", None))
        pass
    # retranslateUi

