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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QHBoxLayout,
    QHeaderView, QLabel, QLineEdit, QPlainTextEdit,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QSplitter, QTableView, QVBoxLayout, QWidget)

class Ui_ReviewPage(object):
    def setupUi(self, ReviewPage):
        if not ReviewPage.objectName():
            ReviewPage.setObjectName(u"ReviewPage")
        self.column = QVBoxLayout(ReviewPage)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(16, 16, 16, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.setObjectName(u"head")
        self.title = QLabel(ReviewPage)
        self.title.setObjectName(u"title")

        self.head.addWidget(self.title)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.gap)

        self.searchEdit = QLineEdit(ReviewPage)
        self.searchEdit.setObjectName(u"searchEdit")
        self.searchEdit.setClearButtonEnabled(True)

        self.head.addWidget(self.searchEdit)

        self.openBox = QCheckBox(ReviewPage)
        self.openBox.setObjectName(u"openBox")

        self.head.addWidget(self.openBox)


        self.column.addLayout(self.head)

        self.splitter = QSplitter(ReviewPage)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.left = QWidget(self.splitter)
        self.left.setObjectName(u"left")
        self.leftLayout = QVBoxLayout(self.left)
        self.leftLayout.setObjectName(u"leftLayout")
        self.leftLayout.setContentsMargins(0, 0, 0, 0)
        self.table = QTableView(self.left)
        self.table.setObjectName(u"table")

        self.leftLayout.addWidget(self.table)

        self.steps = QHBoxLayout()
        self.steps.setSpacing(4)
        self.steps.setObjectName(u"steps")
        self.previousButton = QPushButton(self.left)
        self.previousButton.setObjectName(u"previousButton")

        self.steps.addWidget(self.previousButton)

        self.nextButton = QPushButton(self.left)
        self.nextButton.setObjectName(u"nextButton")

        self.steps.addWidget(self.nextButton)


        self.leftLayout.addLayout(self.steps)

        self.splitter.addWidget(self.left)
        self.pages = QWidget(self.splitter)
        self.pages.setObjectName(u"pages")
        self.pagesLayout = QVBoxLayout(self.pages)
        self.pagesLayout.setObjectName(u"pagesLayout")
        self.pagesLayout.setContentsMargins(0, 0, 0, 0)
        self.documents = QHBoxLayout()
        self.documents.setObjectName(u"documents")
        self.documentBox = QComboBox(self.pages)
        self.documentBox.setObjectName(u"documentBox")

        self.documents.addWidget(self.documentBox)

        self.dgap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.documents.addItem(self.dgap)

        self.attachmentsButton = QPushButton(self.pages)
        self.attachmentsButton.setObjectName(u"attachmentsButton")

        self.documents.addWidget(self.attachmentsButton)


        self.pagesLayout.addLayout(self.documents)

        self.scroll = QScrollArea(self.pages)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)

        self.pagesLayout.addWidget(self.scroll)

        self.splitter.addWidget(self.pages)
        self.sideScroll = QScrollArea(self.splitter)
        self.sideScroll.setObjectName(u"sideScroll")
        self.sideScroll.setWidgetResizable(True)
        self.side = QWidget()
        self.side.setObjectName(u"side")
        self.sideLayout = QVBoxLayout(self.side)
        self.sideLayout.setSpacing(8)
        self.sideLayout.setObjectName(u"sideLayout")
        self.sideLayout.setContentsMargins(8, 8, 8, 8)
        self.whoLabel = QLabel(self.side)
        self.whoLabel.setObjectName(u"whoLabel")
        self.whoLabel.setWordWrap(True)

        self.sideLayout.addWidget(self.whoLabel)

        self.findingsLabel = QLabel(self.side)
        self.findingsLabel.setObjectName(u"findingsLabel")
        self.findingsLabel.setWordWrap(True)

        self.sideLayout.addWidget(self.findingsLabel)

        self.earlierLabel = QLabel(self.side)
        self.earlierLabel.setObjectName(u"earlierLabel")
        self.earlierLabel.setWordWrap(True)

        self.sideLayout.addWidget(self.earlierLabel)

        self.questionLabel = QLabel(self.side)
        self.questionLabel.setObjectName(u"questionLabel")

        self.sideLayout.addWidget(self.questionLabel)

        self.questionBox = QComboBox(self.side)
        self.questionBox.setObjectName(u"questionBox")

        self.sideLayout.addWidget(self.questionBox)

        self.commentLabel = QLabel(self.side)
        self.commentLabel.setObjectName(u"commentLabel")

        self.sideLayout.addWidget(self.commentLabel)

        self.commentEdit = QPlainTextEdit(self.side)
        self.commentEdit.setObjectName(u"commentEdit")
        self.commentEdit.setTabChangesFocus(True)

        self.sideLayout.addWidget(self.commentEdit)

        self.phraseLabel = QLabel(self.side)
        self.phraseLabel.setObjectName(u"phraseLabel")

        self.sideLayout.addWidget(self.phraseLabel)

        self.phraseBox = QComboBox(self.side)
        self.phraseBox.setObjectName(u"phraseBox")

        self.sideLayout.addWidget(self.phraseBox)

        self.problem = QLabel(self.side)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)

        self.sideLayout.addWidget(self.problem)

        self.undoButton = QPushButton(self.side)
        self.undoButton.setObjectName(u"undoButton")

        self.sideLayout.addWidget(self.undoButton)

        self.sgap = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sideLayout.addItem(self.sgap)

        self.sideScroll.setWidget(self.side)
        self.splitter.addWidget(self.sideScroll)

        self.column.addWidget(self.splitter)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.fgap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fgap)

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


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.questionLabel.setBuddy(self.questionBox)
        self.commentLabel.setBuddy(self.commentEdit)
        self.phraseLabel.setBuddy(self.phraseBox)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReviewPage)

        QMetaObject.connectSlotsByName(ReviewPage)
    # setupUi

    def retranslateUi(self, ReviewPage):
        ReviewPage.setWindowTitle(QCoreApplication.translate("ReviewPage", u"ReviewPage", None))
        self.title.setText(QCoreApplication.translate("ReviewPage", u"Review", None))
#if QT_CONFIG(accessibility)
        self.searchEdit.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Search", None))
#endif // QT_CONFIG(accessibility)
        self.searchEdit.setPlaceholderText(QCoreApplication.translate("ReviewPage", u"Search", None))
        self.openBox.setText(QCoreApplication.translate("ReviewPage", u"Only undecided", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("ReviewPage", u"What came in", None))
#endif // QT_CONFIG(accessibility)
        self.previousButton.setText(QCoreApplication.translate("ReviewPage", u"Previous", None))
        self.nextButton.setText(QCoreApplication.translate("ReviewPage", u"Next", None))
#if QT_CONFIG(accessibility)
        self.documentBox.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Document", None))
#endif // QT_CONFIG(accessibility)
        self.attachmentsButton.setText(QCoreApplication.translate("ReviewPage", u"Attachments", None))
#if QT_CONFIG(accessibility)
        self.scroll.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Pages of the document", None))
#endif // QT_CONFIG(accessibility)
        self.whoLabel.setText("")
        self.findingsLabel.setText("")
        self.earlierLabel.setText("")
        self.questionLabel.setText(QCoreApplication.translate("ReviewPage", u"About the question", None))
#if QT_CONFIG(accessibility)
        self.questionBox.setAccessibleName(QCoreApplication.translate("ReviewPage", u"About the question", None))
#endif // QT_CONFIG(accessibility)
        self.commentLabel.setText(QCoreApplication.translate("ReviewPage", u"Comment", None))
#if QT_CONFIG(accessibility)
        self.commentEdit.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Comment", None))
#endif // QT_CONFIG(accessibility)
        self.phraseLabel.setText(QCoreApplication.translate("ReviewPage", u"Phrases", None))
#if QT_CONFIG(accessibility)
        self.phraseBox.setAccessibleName(QCoreApplication.translate("ReviewPage", u"Phrases", None))
#endif // QT_CONFIG(accessibility)
        self.problem.setText("")
        self.undoButton.setText(QCoreApplication.translate("ReviewPage", u"Undo verdict", None))
        self.declinedButton.setText(QCoreApplication.translate("ReviewPage", u"Not accepted (3)", None))
        self.returnedButton.setText(QCoreApplication.translate("ReviewPage", u"Return (2)", None))
        self.acceptedButton.setText(QCoreApplication.translate("ReviewPage", u"Accept (1)", None))
    # retranslateUi

