# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'templates_page.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QHBoxLayout,
    QLabel, QListView, QListWidget, QListWidgetItem,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QStackedWidget, QTabWidget, QVBoxLayout, QWidget)

class Ui_TemplatesPage(object):
    def setupUi(self, TemplatesPage):
        if not TemplatesPage.objectName():
            TemplatesPage.setObjectName(u"TemplatesPage")
        self.column = QVBoxLayout(TemplatesPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(TemplatesPage)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.intro = QLabel(TemplatesPage)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.column.addWidget(self.intro)

        self.offersPlace = QVBoxLayout()
        self.offersPlace.setSpacing(8)
        self.offersPlace.setObjectName(u"offersPlace")
        self.offersPlace.setContentsMargins(0, 0, 0, 0)

        self.column.addLayout(self.offersPlace)

        self.problem = QLabel(TemplatesPage)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)

        self.column.addWidget(self.problem)

        self.workingPlace = QVBoxLayout()
        self.workingPlace.setSpacing(8)
        self.workingPlace.setObjectName(u"workingPlace")
        self.workingPlace.setContentsMargins(0, 0, 0, 0)

        self.column.addLayout(self.workingPlace)

        self.stack = QStackedWidget(TemplatesPage)
        self.stack.setObjectName(u"stack")
        self.deskPart = QWidget()
        self.deskPart.setObjectName(u"deskPart")
        self.deskRow = QHBoxLayout(self.deskPart)
        self.deskRow.setSpacing(16)
        self.deskRow.setObjectName(u"deskRow")
        self.deskRow.setContentsMargins(0, 0, 0, 0)
        self.list = QListWidget(self.deskPart)
        self.list.setObjectName(u"list")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

        self.deskRow.addWidget(self.list)

        self.detailPart = QWidget(self.deskPart)
        self.detailPart.setObjectName(u"detailPart")
        self.detailColumn = QVBoxLayout(self.detailPart)
        self.detailColumn.setSpacing(8)
        self.detailColumn.setObjectName(u"detailColumn")
        self.detailColumn.setContentsMargins(0, 0, 0, 0)
        self.nameLabel = QLabel(self.detailPart)
        self.nameLabel.setObjectName(u"nameLabel")
        self.nameLabel.setWordWrap(True)

        self.detailColumn.addWidget(self.nameLabel)

        self.factsRow = QHBoxLayout()
        self.factsRow.setSpacing(8)
        self.factsRow.setObjectName(u"factsRow")
        self.factsRow.setContentsMargins(0, 0, 0, 0)
        self.factsLabel = QLabel(self.detailPart)
        self.factsLabel.setObjectName(u"factsLabel")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.factsLabel.sizePolicy().hasHeightForWidth())
        self.factsLabel.setSizePolicy(sizePolicy)
        self.factsLabel.setWordWrap(True)

        self.factsRow.addWidget(self.factsLabel)

        self.withdrawButton = QPushButton(self.detailPart)
        self.withdrawButton.setObjectName(u"withdrawButton")

        self.factsRow.addWidget(self.withdrawButton)


        self.detailColumn.addLayout(self.factsRow)

        self.tabs = QTabWidget(self.detailPart)
        self.tabs.setObjectName(u"tabs")
        self.checkPart = QWidget()
        self.checkPart.setObjectName(u"checkPart")
        self.checkColumn = QVBoxLayout(self.checkPart)
        self.checkColumn.setSpacing(8)
        self.checkColumn.setObjectName(u"checkColumn")
        self.checkColumn.setContentsMargins(12, 12, 12, 12)
        self.checkHead = QHBoxLayout()
        self.checkHead.setSpacing(8)
        self.checkHead.setObjectName(u"checkHead")
        self.checkHead.setContentsMargins(0, 0, 0, 0)
        self.checkLabel = QLabel(self.checkPart)
        self.checkLabel.setObjectName(u"checkLabel")
        sizePolicy.setHeightForWidth(self.checkLabel.sizePolicy().hasHeightForWidth())
        self.checkLabel.setSizePolicy(sizePolicy)
        self.checkLabel.setWordWrap(True)

        self.checkHead.addWidget(self.checkLabel)

        self.againButton = QPushButton(self.checkPart)
        self.againButton.setObjectName(u"againButton")

        self.checkHead.addWidget(self.againButton)


        self.checkColumn.addLayout(self.checkHead)

        self.findings = QListWidget(self.checkPart)
        self.findings.setObjectName(u"findings")
        self.findings.setWordWrap(True)
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings.setResizeMode(QListView.ResizeMode.Adjust)
        self.findings.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

        self.checkColumn.addWidget(self.findings)

        self.checkColumn.setStretch(1, 1)
        self.tabs.addTab(self.checkPart, "")
        self.questionsPart = QWidget()
        self.questionsPart.setObjectName(u"questionsPart")
        self.questionsColumn = QVBoxLayout(self.questionsPart)
        self.questionsColumn.setSpacing(8)
        self.questionsColumn.setObjectName(u"questionsColumn")
        self.questionsColumn.setContentsMargins(12, 12, 12, 12)
        self.questionsHead = QHBoxLayout()
        self.questionsHead.setSpacing(8)
        self.questionsHead.setObjectName(u"questionsHead")
        self.questionsHead.setContentsMargins(0, 0, 0, 0)
        self.sectionLabel = QLabel(self.questionsPart)
        self.sectionLabel.setObjectName(u"sectionLabel")

        self.questionsHead.addWidget(self.sectionLabel)

        self.sectionBox = QComboBox(self.questionsPart)
        self.sectionBox.setObjectName(u"sectionBox")
        self.sectionBox.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sectionBox.setMinimumContentsLength(8)

        self.questionsHead.addWidget(self.sectionBox)

        self.questionsHead.setStretch(1, 1)

        self.questionsColumn.addLayout(self.questionsHead)

        self.tryLabel = QLabel(self.questionsPart)
        self.tryLabel.setObjectName(u"tryLabel")
        self.tryLabel.setWordWrap(True)

        self.questionsColumn.addWidget(self.tryLabel)

        self.questions = QScrollArea(self.questionsPart)
        self.questions.setObjectName(u"questions")
        self.questions.setWidgetResizable(True)

        self.questionsColumn.addWidget(self.questions)

        self.questionsColumn.setStretch(2, 1)
        self.tabs.addTab(self.questionsPart, "")
        self.documentsPart = QWidget()
        self.documentsPart.setObjectName(u"documentsPart")
        self.documentsColumn = QVBoxLayout(self.documentsPart)
        self.documentsColumn.setSpacing(8)
        self.documentsColumn.setObjectName(u"documentsColumn")
        self.documentsColumn.setContentsMargins(12, 12, 12, 12)
        self.documentsHead = QHBoxLayout()
        self.documentsHead.setSpacing(8)
        self.documentsHead.setObjectName(u"documentsHead")
        self.documentsHead.setContentsMargins(0, 0, 0, 0)
        self.documentLabel = QLabel(self.documentsPart)
        self.documentLabel.setObjectName(u"documentLabel")

        self.documentsHead.addWidget(self.documentLabel)

        self.documentBox = QComboBox(self.documentsPart)
        self.documentBox.setObjectName(u"documentBox")
        self.documentBox.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.documentBox.setMinimumContentsLength(8)

        self.documentsHead.addWidget(self.documentBox)

        self.pageLabel = QLabel(self.documentsPart)
        self.pageLabel.setObjectName(u"pageLabel")

        self.documentsHead.addWidget(self.pageLabel)

        self.documentsHead.setStretch(1, 1)

        self.documentsColumn.addLayout(self.documentsHead)

        self.documentProblem = QLabel(self.documentsPart)
        self.documentProblem.setObjectName(u"documentProblem")
        self.documentProblem.setWordWrap(True)

        self.documentsColumn.addWidget(self.documentProblem)

        self.viewPlace = QVBoxLayout()
        self.viewPlace.setSpacing(8)
        self.viewPlace.setObjectName(u"viewPlace")
        self.viewPlace.setContentsMargins(0, 0, 0, 0)

        self.documentsColumn.addLayout(self.viewPlace)

        self.documentsColumn.setStretch(2, 1)
        self.tabs.addTab(self.documentsPart, "")

        self.detailColumn.addWidget(self.tabs)

        self.detailColumn.setStretch(2, 1)

        self.deskRow.addWidget(self.detailPart)

        self.deskRow.setStretch(1, 1)
        self.stack.addWidget(self.deskPart)
        self.emptyPart = QWidget()
        self.emptyPart.setObjectName(u"emptyPart")
        self.emptyColumn = QVBoxLayout(self.emptyPart)
        self.emptyColumn.setSpacing(8)
        self.emptyColumn.setObjectName(u"emptyColumn")
        self.emptyColumn.setContentsMargins(0, 0, 0, 0)
        self.gap1 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyColumn.addItem(self.gap1)

        self.emptyTitle = QLabel(self.emptyPart)
        self.emptyTitle.setObjectName(u"emptyTitle")
        self.emptyTitle.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.emptyColumn.addWidget(self.emptyTitle)

        self.emptyText = QLabel(self.emptyPart)
        self.emptyText.setObjectName(u"emptyText")
        self.emptyText.setWordWrap(True)
        self.emptyText.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.emptyColumn.addWidget(self.emptyText)

        self.gap2 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyColumn.addItem(self.gap2)

        self.stack.addWidget(self.emptyPart)

        self.column.addWidget(self.stack)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.dropHint = QLabel(TemplatesPage)
        self.dropHint.setObjectName(u"dropHint")
        sizePolicy.setHeightForWidth(self.dropHint.sizePolicy().hasHeightForWidth())
        self.dropHint.setSizePolicy(sizePolicy)
        self.dropHint.setWordWrap(True)

        self.foot.addWidget(self.dropHint)

        self.exportButton = QPushButton(TemplatesPage)
        self.exportButton.setObjectName(u"exportButton")

        self.foot.addWidget(self.exportButton)

        self.addButton = QPushButton(TemplatesPage)
        self.addButton.setObjectName(u"addButton")
        self.addButton.setProperty(u"primary", True)

        self.foot.addWidget(self.addButton)

        self.foot.setStretch(0, 1)

        self.column.addLayout(self.foot)

        self.column.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.sectionLabel.setBuddy(self.sectionBox)
        self.documentLabel.setBuddy(self.documentBox)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TemplatesPage)

        self.stack.setCurrentIndex(0)
        self.tabs.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(TemplatesPage)
    # setupUi

    def retranslateUi(self, TemplatesPage):
        self.title.setText(QCoreApplication.translate("TemplatesPage", u"Templates", None))
        self.intro.setText(QCoreApplication.translate("TemplatesPage", u"A template is one form and the Word documents filled from its answers.", None))
        self.problem.setText("")
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("TemplatesPage", u"Templates", None))
#endif // QT_CONFIG(accessibility)
        self.nameLabel.setText("")
        self.factsLabel.setText("")
        self.withdrawButton.setText(QCoreApplication.translate("TemplatesPage", u"Use &no longer", None))
        self.checkLabel.setText("")
        self.againButton.setText(QCoreApplication.translate("TemplatesPage", u"Check &again", None))
#if QT_CONFIG(accessibility)
        self.findings.setAccessibleName(QCoreApplication.translate("TemplatesPage", u"What the check found", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.checkPart), QCoreApplication.translate("TemplatesPage", u"Check", None))
        self.sectionLabel.setText(QCoreApplication.translate("TemplatesPage", u"&Section", None))
#if QT_CONFIG(accessibility)
        self.sectionBox.setAccessibleName(QCoreApplication.translate("TemplatesPage", u"Section", None))
#endif // QT_CONFIG(accessibility)
        self.tryLabel.setText(QCoreApplication.translate("TemplatesPage", u"Sample answers. Try it out: nothing here is kept.", None))
#if QT_CONFIG(accessibility)
        self.questions.setAccessibleName(QCoreApplication.translate("TemplatesPage", u"Questions", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.questionsPart), QCoreApplication.translate("TemplatesPage", u"Questions", None))
        self.documentLabel.setText(QCoreApplication.translate("TemplatesPage", u"&Document", None))
#if QT_CONFIG(accessibility)
        self.documentBox.setAccessibleName(QCoreApplication.translate("TemplatesPage", u"Document", None))
#endif // QT_CONFIG(accessibility)
        self.pageLabel.setText("")
        self.documentProblem.setText("")
        self.tabs.setTabText(self.tabs.indexOf(self.documentsPart), QCoreApplication.translate("TemplatesPage", u"Documents", None))
        self.emptyTitle.setText(QCoreApplication.translate("TemplatesPage", u"No template yet", None))
        self.emptyText.setText(QCoreApplication.translate("TemplatesPage", u"Templates for reports stand here. Add one that the officer sent, or drop it onto this page.", None))
        self.dropHint.setText(QCoreApplication.translate("TemplatesPage", u"A folder or a zip file can be dropped here.", None))
        self.exportButton.setText(QCoreApplication.translate("TemplatesPage", u"&Export to edit\u2026", None))
        self.addButton.setText(QCoreApplication.translate("TemplatesPage", u"&Add a template\u2026", None))
        pass
    # retranslateUi

