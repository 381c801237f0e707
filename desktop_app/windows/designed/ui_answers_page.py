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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QTableView, QVBoxLayout, QWidget)

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

        self.stack = QStackedWidget(AnswersPage)
        self.stack.setObjectName(u"stack")
        self.listPart = QWidget()
        self.listPart.setObjectName(u"listPart")
        self.listColumn = QVBoxLayout(self.listPart)
        self.listColumn.setSpacing(12)
        self.listColumn.setObjectName(u"listColumn")
        self.listColumn.setContentsMargins(0, 0, 0, 0)
        self.table = QTableView(self.listPart)
        self.table.setObjectName(u"table")

        self.listColumn.addWidget(self.table)

        self.destinationPlace = QHBoxLayout()
        self.destinationPlace.setSpacing(8)
        self.destinationPlace.setObjectName(u"destinationPlace")
        self.destinationPlace.setContentsMargins(0, 0, 0, 0)

        self.listColumn.addLayout(self.destinationPlace)

        self.stack.addWidget(self.listPart)
        self.writingPart = QWidget()
        self.writingPart.setObjectName(u"writingPart")
        self.writingColumn = QVBoxLayout(self.writingPart)
        self.writingColumn.setSpacing(12)
        self.writingColumn.setObjectName(u"writingColumn")
        self.writingColumn.setContentsMargins(0, 0, 0, 0)
        self.gap1 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.writingColumn.addItem(self.gap1)

        self.workingPlace = QVBoxLayout()
        self.workingPlace.setSpacing(8)
        self.workingPlace.setObjectName(u"workingPlace")
        self.workingPlace.setContentsMargins(0, 0, 0, 0)

        self.writingColumn.addLayout(self.workingPlace)

        self.gap2 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.writingColumn.addItem(self.gap2)

        self.stack.addWidget(self.writingPart)
        self.donePart = QWidget()
        self.donePart.setObjectName(u"donePart")
        self.doneColumn = QVBoxLayout(self.donePart)
        self.doneColumn.setSpacing(12)
        self.doneColumn.setObjectName(u"doneColumn")
        self.doneColumn.setContentsMargins(0, 0, 0, 0)
        self.doneHead = QHBoxLayout()
        self.doneHead.setSpacing(12)
        self.doneHead.setObjectName(u"doneHead")
        self.doneIcon = QLabel(self.donePart)
        self.doneIcon.setObjectName(u"doneIcon")

        self.doneHead.addWidget(self.doneIcon)

        self.doneTitle = QLabel(self.donePart)
        self.doneTitle.setObjectName(u"doneTitle")
        self.doneTitle.setWordWrap(True)

        self.doneHead.addWidget(self.doneTitle)

        self.doneHead.setStretch(1, 1)

        self.doneColumn.addLayout(self.doneHead)

        self.doneTable = QTableView(self.donePart)
        self.doneTable.setObjectName(u"doneTable")

        self.doneColumn.addWidget(self.doneTable)

        self.stack.addWidget(self.donePart)
        self.emptyPart = QFrame()
        self.emptyPart.setObjectName(u"emptyPart")
        self.emptyPart.setProperty(u"card", True)
        self.emptyColumn = QVBoxLayout(self.emptyPart)
        self.emptyColumn.setSpacing(12)
        self.emptyColumn.setObjectName(u"emptyColumn")
        self.emptyColumn.setContentsMargins(24, 24, 24, 24)
        self.gap3 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyColumn.addItem(self.gap3)

        self.emptyLabel = QLabel(self.emptyPart)
        self.emptyLabel.setObjectName(u"emptyLabel")
        self.emptyLabel.setWordWrap(True)
        self.emptyLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.emptyColumn.addWidget(self.emptyLabel)

        self.emptyRow = QHBoxLayout()
        self.emptyRow.setObjectName(u"emptyRow")
        self.gap4 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyRow.addItem(self.gap4)

        self.emptyButton = QPushButton(self.emptyPart)
        self.emptyButton.setObjectName(u"emptyButton")

        self.emptyRow.addWidget(self.emptyButton)

        self.gap5 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyRow.addItem(self.gap5)


        self.emptyColumn.addLayout(self.emptyRow)

        self.gap6 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyColumn.addItem(self.gap6)

        self.stack.addWidget(self.emptyPart)

        self.column.addWidget(self.stack)

        self.problem = QLabel(AnswersPage)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)

        self.column.addWidget(self.problem)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.choiceLabel = QLabel(AnswersPage)
        self.choiceLabel.setObjectName(u"choiceLabel")
        self.choiceLabel.setWordWrap(True)

        self.foot.addWidget(self.choiceLabel)

        self.relayButton = QPushButton(AnswersPage)
        self.relayButton.setObjectName(u"relayButton")

        self.foot.addWidget(self.relayButton)

        self.moreButton = QPushButton(AnswersPage)
        self.moreButton.setObjectName(u"moreButton")

        self.foot.addWidget(self.moreButton)

        self.exportButton = QPushButton(AnswersPage)
        self.exportButton.setObjectName(u"exportButton")
        self.exportButton.setProperty(u"primary", True)

        self.foot.addWidget(self.exportButton)

        self.foot.setStretch(0, 1)

        self.column.addLayout(self.foot)

        self.column.setStretch(2, 1)

        self.retranslateUi(AnswersPage)

        QMetaObject.connectSlotsByName(AnswersPage)
    # setupUi

    def retranslateUi(self, AnswersPage):
        self.title.setText(QCoreApplication.translate("AnswersPage", u"Answers to the teams", None))
        self.intro.setText(QCoreApplication.translate("AnswersPage", u"One file for each unit: what arrived and what was decided. It goes back the way the bundle came.", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("AnswersPage", u"Units that wait for an answer", None))
#endif // QT_CONFIG(accessibility)
        self.doneTitle.setText("")
#if QT_CONFIG(accessibility)
        self.doneTable.setAccessibleName(QCoreApplication.translate("AnswersPage", u"Files written", None))
#endif // QT_CONFIG(accessibility)
        self.emptyLabel.setText(QCoreApplication.translate("AnswersPage", u"Nobody waits for an answer. Units stand here as soon as something of theirs came in or was decided.", None))
        self.emptyButton.setText(QCoreApplication.translate("AnswersPage", u"Open the review", None))
        self.problem.setText("")
        self.choiceLabel.setText("")
        self.relayButton.setText(QCoreApplication.translate("AnswersPage", u"Pass &on to the level above\u2026", None))
        self.moreButton.setText(QCoreApplication.translate("AnswersPage", u"&Back to the list", None))
        self.exportButton.setText(QCoreApplication.translate("AnswersPage", u"E&xport answers", None))
        pass
    # retranslateUi

