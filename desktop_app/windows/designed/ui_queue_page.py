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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QTableView, QVBoxLayout, QWidget)

class Ui_QueuePage(object):
    def setupUi(self, QueuePage):
        if not QueuePage.objectName():
            QueuePage.setObjectName(u"QueuePage")
        self.column = QVBoxLayout(QueuePage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(QueuePage)
        self.title.setObjectName(u"title")

        self.head.addWidget(self.title)

        self.gap1 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.gap1)

        self.takeInButton = QPushButton(QueuePage)
        self.takeInButton.setObjectName(u"takeInButton")

        self.head.addWidget(self.takeInButton)


        self.column.addLayout(self.head)

        self.stack = QStackedWidget(QueuePage)
        self.stack.setObjectName(u"stack")
        self.waitingPart = QWidget()
        self.waitingPart.setObjectName(u"waitingPart")
        self.waitingColumn = QVBoxLayout(self.waitingPart)
        self.waitingColumn.setSpacing(8)
        self.waitingColumn.setObjectName(u"waitingColumn")
        self.waitingColumn.setContentsMargins(0, 0, 0, 0)
        self.waitingLabel = QLabel(self.waitingPart)
        self.waitingLabel.setObjectName(u"waitingLabel")

        self.waitingColumn.addWidget(self.waitingLabel)

        self.waitingTable = QTableView(self.waitingPart)
        self.waitingTable.setObjectName(u"waitingTable")

        self.waitingColumn.addWidget(self.waitingTable)

        self.stack.addWidget(self.waitingPart)
        self.emptyPart = QFrame()
        self.emptyPart.setObjectName(u"emptyPart")
        self.emptyPart.setProperty(u"card", True)
        self.emptyColumn = QVBoxLayout(self.emptyPart)
        self.emptyColumn.setSpacing(12)
        self.emptyColumn.setObjectName(u"emptyColumn")
        self.emptyColumn.setContentsMargins(24, 24, 24, 24)
        self.gap2 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyColumn.addItem(self.gap2)

        self.emptyLabel = QLabel(self.emptyPart)
        self.emptyLabel.setObjectName(u"emptyLabel")
        self.emptyLabel.setWordWrap(True)
        self.emptyLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.emptyColumn.addWidget(self.emptyLabel)

        self.emptyRow = QHBoxLayout()
        self.emptyRow.setObjectName(u"emptyRow")
        self.gap3 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyRow.addItem(self.gap3)

        self.emptyButton = QPushButton(self.emptyPart)
        self.emptyButton.setObjectName(u"emptyButton")

        self.emptyRow.addWidget(self.emptyButton)

        self.gap4 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyRow.addItem(self.gap4)


        self.emptyColumn.addLayout(self.emptyRow)

        self.gap5 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyColumn.addItem(self.gap5)

        self.stack.addWidget(self.emptyPart)

        self.column.addWidget(self.stack)

        self.bundlesLabel = QLabel(QueuePage)
        self.bundlesLabel.setObjectName(u"bundlesLabel")

        self.column.addWidget(self.bundlesLabel)

        self.bundlesHead = QHBoxLayout()
        self.bundlesHead.setSpacing(8)
        self.bundlesHead.setObjectName(u"bundlesHead")
        self.gap6 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bundlesHead.addItem(self.gap6)

        self.moreButton = QPushButton(QueuePage)
        self.moreButton.setObjectName(u"moreButton")

        self.bundlesHead.addWidget(self.moreButton)

        self.againButton = QPushButton(QueuePage)
        self.againButton.setObjectName(u"againButton")

        self.bundlesHead.addWidget(self.againButton)

        self.handedOverButton = QPushButton(QueuePage)
        self.handedOverButton.setObjectName(u"handedOverButton")

        self.bundlesHead.addWidget(self.handedOverButton)


        self.column.addLayout(self.bundlesHead)

        self.bundlesStack = QStackedWidget(QueuePage)
        self.bundlesStack.setObjectName(u"bundlesStack")
        self.bundlesPart = QWidget()
        self.bundlesPart.setObjectName(u"bundlesPart")
        self.bundlesColumn = QVBoxLayout(self.bundlesPart)
        self.bundlesColumn.setSpacing(0)
        self.bundlesColumn.setObjectName(u"bundlesColumn")
        self.bundlesColumn.setContentsMargins(0, 0, 0, 0)
        self.bundlesTable = QTableView(self.bundlesPart)
        self.bundlesTable.setObjectName(u"bundlesTable")

        self.bundlesColumn.addWidget(self.bundlesTable)

        self.bundlesStack.addWidget(self.bundlesPart)
        self.noBundlesPart = QWidget()
        self.noBundlesPart.setObjectName(u"noBundlesPart")
        self.noBundlesColumn = QVBoxLayout(self.noBundlesPart)
        self.noBundlesColumn.setSpacing(0)
        self.noBundlesColumn.setObjectName(u"noBundlesColumn")
        self.noBundlesColumn.setContentsMargins(0, 0, 0, 0)
        self.noBundlesLabel = QLabel(self.noBundlesPart)
        self.noBundlesLabel.setObjectName(u"noBundlesLabel")
        self.noBundlesLabel.setWordWrap(True)

        self.noBundlesColumn.addWidget(self.noBundlesLabel)

        self.gap7 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.noBundlesColumn.addItem(self.gap7)

        self.bundlesStack.addWidget(self.noBundlesPart)

        self.column.addWidget(self.bundlesStack)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(16)
        self.foot.setObjectName(u"foot")
        self.choiceLabel = QLabel(QueuePage)
        self.choiceLabel.setObjectName(u"choiceLabel")
        self.choiceLabel.setWordWrap(True)

        self.foot.addWidget(self.choiceLabel)

        self.exportButton = QPushButton(QueuePage)
        self.exportButton.setObjectName(u"exportButton")
        self.exportButton.setProperty(u"primary", True)

        self.foot.addWidget(self.exportButton)

        self.foot.setStretch(0, 1)

        self.column.addLayout(self.foot)

        self.column.setStretch(1, 5)
        self.column.setStretch(4, 4)
#if QT_CONFIG(shortcut)
        self.waitingLabel.setBuddy(self.waitingTable)
        self.bundlesLabel.setBuddy(self.bundlesTable)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(QueuePage)

        QMetaObject.connectSlotsByName(QueuePage)
    # setupUi

    def retranslateUi(self, QueuePage):
        self.title.setText(QCoreApplication.translate("QueuePage", u"Queue", None))
        self.takeInButton.setText(QCoreApplication.translate("QueuePage", u"&Take in an answer or a card\u2026", None))
        self.waitingLabel.setText(QCoreApplication.translate("QueuePage", u"Waiting to be &handed in", None))
#if QT_CONFIG(accessibility)
        self.waitingTable.setAccessibleName(QCoreApplication.translate("QueuePage", u"Waiting to be handed in", None))
#endif // QT_CONFIG(accessibility)
        self.emptyLabel.setText(QCoreApplication.translate("QueuePage", u"Completed initiatives stand here until they leave in a bundle.", None))
        self.emptyButton.setText(QCoreApplication.translate("QueuePage", u"Open the initiatives", None))
        self.bundlesLabel.setText(QCoreApplication.translate("QueuePage", u"&Bundles that left", None))
        self.moreButton.setText(QCoreApplication.translate("QueuePage", u"&More", None))
#if QT_CONFIG(accessibility)
        self.moreButton.setAccessibleName(QCoreApplication.translate("QueuePage", u"More about the chosen bundle", None))
#endif // QT_CONFIG(accessibility)
        self.againButton.setText(QCoreApplication.translate("QueuePage", u"&Export again\u2026", None))
        self.handedOverButton.setText(QCoreApplication.translate("QueuePage", u"Mark as handed &over", None))
#if QT_CONFIG(accessibility)
        self.bundlesTable.setAccessibleName(QCoreApplication.translate("QueuePage", u"Bundles that left", None))
#endif // QT_CONFIG(accessibility)
        self.noBundlesLabel.setText(QCoreApplication.translate("QueuePage", u"Bundles that left stand here, with the answer they wait for.", None))
        self.choiceLabel.setText("")
        self.exportButton.setText(QCoreApplication.translate("QueuePage", u"E&xport bundle\u2026", None))
        pass
    # retranslateUi

