# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'review_page.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QListView, QPushButton,
    QSizePolicy, QSpacerItem, QSplitter, QStackedWidget,
    QToolButton, QVBoxLayout, QWidget)

class Ui_ReviewPage(object):
    def setupUi(self, ReviewPage):
        if not ReviewPage.objectName():
            ReviewPage.setObjectName(u"ReviewPage")
        self.column = QVBoxLayout(ReviewPage)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(16, 16, 16, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.title = QLabel(ReviewPage)
        self.title.setObjectName(u"title")

        self.head.addWidget(self.title)

        self.gap1 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.gap1)

        self.searchEdit = QLineEdit(ReviewPage)
        self.searchEdit.setObjectName(u"searchEdit")
        self.searchEdit.setClearButtonEnabled(True)

        self.head.addWidget(self.searchEdit)

        self.stateBox = QComboBox(ReviewPage)
        self.stateBox.setObjectName(u"stateBox")

        self.head.addWidget(self.stateBox)

        self.filterButton = QPushButton(ReviewPage)
        self.filterButton.setObjectName(u"filterButton")

        self.head.addWidget(self.filterButton)

        self.moreButton = QPushButton(ReviewPage)
        self.moreButton.setObjectName(u"moreButton")

        self.head.addWidget(self.moreButton)


        self.column.addLayout(self.head)

        self.stack = QStackedWidget(ReviewPage)
        self.stack.setObjectName(u"stack")
        self.deskPart = QWidget()
        self.deskPart.setObjectName(u"deskPart")
        self.deskColumn = QVBoxLayout(self.deskPart)
        self.deskColumn.setSpacing(8)
        self.deskColumn.setObjectName(u"deskColumn")
        self.deskColumn.setContentsMargins(0, 0, 0, 0)
        self.splitter = QSplitter(self.deskPart)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.listPart = QWidget(self.splitter)
        self.listPart.setObjectName(u"listPart")
        self.listColumn = QVBoxLayout(self.listPart)
        self.listColumn.setSpacing(4)
        self.listColumn.setObjectName(u"listColumn")
        self.listColumn.setContentsMargins(0, 0, 0, 0)
        self.list = QListView(self.listPart)
        self.list.setObjectName(u"list")

        self.listColumn.addWidget(self.list)

        self.countLabel = QLabel(self.listPart)
        self.countLabel.setObjectName(u"countLabel")
        self.countLabel.setWordWrap(True)

        self.listColumn.addWidget(self.countLabel)

        self.splitter.addWidget(self.listPart)
        self.pagesPart = QWidget(self.splitter)
        self.pagesPart.setObjectName(u"pagesPart")
        self.pagesColumn = QVBoxLayout(self.pagesPart)
        self.pagesColumn.setSpacing(4)
        self.pagesColumn.setObjectName(u"pagesColumn")
        self.pagesColumn.setContentsMargins(0, 0, 0, 0)
        self.documentRow = QHBoxLayout()
        self.documentRow.setSpacing(4)
        self.documentRow.setObjectName(u"documentRow")
        self.documentBox = QComboBox(self.pagesPart)
        self.documentBox.setObjectName(u"documentBox")

        self.documentRow.addWidget(self.documentBox)

        self.pageLabel = QLabel(self.pagesPart)
        self.pageLabel.setObjectName(u"pageLabel")

        self.documentRow.addWidget(self.pageLabel)

        self.smallerButton = QToolButton(self.pagesPart)
        self.smallerButton.setObjectName(u"smallerButton")

        self.documentRow.addWidget(self.smallerButton)

        self.largerButton = QToolButton(self.pagesPart)
        self.largerButton.setObjectName(u"largerButton")

        self.documentRow.addWidget(self.largerButton)

        self.documentRow.setStretch(0, 1)

        self.pagesColumn.addLayout(self.documentRow)

        self.bannerLabel = QLabel(self.pagesPart)
        self.bannerLabel.setObjectName(u"bannerLabel")
        self.bannerLabel.setWordWrap(True)

        self.pagesColumn.addWidget(self.bannerLabel)

        self.viewPlace = QVBoxLayout()
        self.viewPlace.setSpacing(0)
        self.viewPlace.setObjectName(u"viewPlace")
        self.viewPlace.setContentsMargins(0, 0, 0, 0)

        self.pagesColumn.addLayout(self.viewPlace)

        self.splitter.addWidget(self.pagesPart)
        self.sidePart = QWidget(self.splitter)
        self.sidePart.setObjectName(u"sidePart")
        self.sidePlace = QVBoxLayout(self.sidePart)
        self.sidePlace.setSpacing(0)
        self.sidePlace.setObjectName(u"sidePlace")
        self.sidePlace.setContentsMargins(0, 0, 0, 0)
        self.splitter.addWidget(self.sidePart)

        self.deskColumn.addWidget(self.splitter)

        self.stack.addWidget(self.deskPart)
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

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.previousButton = QPushButton(ReviewPage)
        self.previousButton.setObjectName(u"previousButton")

        self.foot.addWidget(self.previousButton)

        self.nextButton = QPushButton(ReviewPage)
        self.nextButton.setObjectName(u"nextButton")

        self.foot.addWidget(self.nextButton)

        self.saidLabel = QLabel(ReviewPage)
        self.saidLabel.setObjectName(u"saidLabel")
        self.saidLabel.setWordWrap(True)

        self.foot.addWidget(self.saidLabel)

        self.gap6 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.gap6)

        self.undoButton = QPushButton(ReviewPage)
        self.undoButton.setObjectName(u"undoButton")

        self.foot.addWidget(self.undoButton)

        self.declinedButton = QPushButton(ReviewPage)
        self.declinedButton.setObjectName(u"declinedButton")

        self.foot.addWidget(self.declinedButton)

        self.returnedButton = QPushButton(ReviewPage)
        self.returnedButton.setObjectName(u"returnedButton")

        self.foot.addWidget(self.returnedButton)

        self.acceptedButton = QPushButton(ReviewPage)
        self.acceptedButton.setObjectName(u"acceptedButton")
        self.acceptedButton.setProperty(u"primary", True)

        self.foot.addWidget(self.acceptedButton)

        self.foot.setStretch(2, 1)

        self.column.addLayout(self.foot)

        self.column.setStretch(1, 1)

        self.retranslateUi(ReviewPage)

        QMetaObject.connectSlotsByName(ReviewPage)
    # setupUi

    def retranslateUi(self, ReviewPage):
        self.title.setText(QCoreApplication.translate("ReviewPage", u"Review", None))
#if QT_CONFIG(accessibility)
        self.searchEdit.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Search", None))
#endif // QT_CONFIG(accessibility)
        self.searchEdit.setPlaceholderText(QCoreApplication.translate("ReviewPage", u"Search: title, author, code", None))
#if QT_CONFIG(accessibility)
        self.stateBox.setAccessibleName(QCoreApplication.translate("ReviewPage", u"What to show", None))
#endif // QT_CONFIG(accessibility)
        self.filterButton.setText(QCoreApplication.translate("ReviewPage", u"Filter (L)", None))
        self.moreButton.setText(QCoreApplication.translate("ReviewPage", u"More", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("ReviewPage", u"What came in", None))
#endif // QT_CONFIG(accessibility)
        self.countLabel.setText("")
#if QT_CONFIG(accessibility)
        self.documentBox.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Document", None))
#endif // QT_CONFIG(accessibility)
        self.smallerButton.setText(QCoreApplication.translate("ReviewPage", u"\u2212", None))
#if QT_CONFIG(tooltip)
        self.smallerButton.setToolTip(QCoreApplication.translate("ReviewPage", u"Smaller (Ctrl+\u2212)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.smallerButton.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Smaller", None))
#endif // QT_CONFIG(accessibility)
        self.largerButton.setText(QCoreApplication.translate("ReviewPage", u"+", None))
#if QT_CONFIG(tooltip)
        self.largerButton.setToolTip(QCoreApplication.translate("ReviewPage", u"Larger (Ctrl++)", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.largerButton.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Larger", None))
#endif // QT_CONFIG(accessibility)
        self.bannerLabel.setText("")
        self.emptyLabel.setText(QCoreApplication.translate("ReviewPage", u"What the teams handed in stands here, page by page, for a decision.", None))
        self.emptyButton.setText(QCoreApplication.translate("ReviewPage", u"Open the inbox", None))
        self.previousButton.setText(QCoreApplication.translate("ReviewPage", u"\u25c2 Previous (K)", None))
        self.nextButton.setText(QCoreApplication.translate("ReviewPage", u"Next (J) \u25b8", None))
        self.saidLabel.setText("")
        self.undoButton.setText(QCoreApplication.translate("ReviewPage", u"Undo (Ctrl+Z)", None))
        self.declinedButton.setText(QCoreApplication.translate("ReviewPage", u"Not accepted (3)", None))
        self.returnedButton.setText(QCoreApplication.translate("ReviewPage", u"Return (2)", None))
        self.acceptedButton.setText(QCoreApplication.translate("ReviewPage", u"Accept (1)", None))
        pass
    # retranslateUi

