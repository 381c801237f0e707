# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'export_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QScrollArea, QSizePolicy,
    QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

class Ui_ExportDialog(object):
    def setupUi(self, ExportDialog):
        if not ExportDialog.objectName():
            ExportDialog.setObjectName(u"ExportDialog")
        self.column = QVBoxLayout(ExportDialog)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(ExportDialog)
        self.title.setObjectName(u"title")
        self.title.setWordWrap(True)

        self.column.addWidget(self.title)

        self.stack = QStackedWidget(ExportDialog)
        self.stack.setObjectName(u"stack")
        self.wherePart = QScrollArea()
        self.wherePart.setObjectName(u"wherePart")
        self.wherePart.setFrameShape(QFrame.Shape.NoFrame)
        self.wherePart.setWidgetResizable(True)
        self.wherePart.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.whereBody = QWidget()
        self.whereBody.setObjectName(u"whereBody")
        self.whereColumn = QVBoxLayout(self.whereBody)
        self.whereColumn.setSpacing(8)
        self.whereColumn.setObjectName(u"whereColumn")
        self.whereColumn.setContentsMargins(0, 0, 0, 0)
        self.whatLabel = QLabel(self.whereBody)
        self.whatLabel.setObjectName(u"whatLabel")
        self.whatLabel.setWordWrap(True)

        self.whereColumn.addWidget(self.whatLabel)

        self.sealLabel = QLabel(self.whereBody)
        self.sealLabel.setObjectName(u"sealLabel")
        self.sealLabel.setWordWrap(True)

        self.whereColumn.addWidget(self.sealLabel)

        self.openCard = QFrame(self.whereBody)
        self.openCard.setObjectName(u"openCard")
        self.openCard.setProperty(u"card", True)
        self.openColumn = QVBoxLayout(self.openCard)
        self.openColumn.setSpacing(8)
        self.openColumn.setObjectName(u"openColumn")
        self.openColumn.setContentsMargins(16, 16, 16, 16)
        self.openLabel = QLabel(self.openCard)
        self.openLabel.setObjectName(u"openLabel")
        self.openLabel.setWordWrap(True)

        self.openColumn.addWidget(self.openLabel)

        self.passphraseLabel = QLabel(self.openCard)
        self.passphraseLabel.setObjectName(u"passphraseLabel")
        self.passphraseLabel.setWordWrap(True)

        self.openColumn.addWidget(self.passphraseLabel)

        self.passphraseEdit = QLineEdit(self.openCard)
        self.passphraseEdit.setObjectName(u"passphraseEdit")

        self.openColumn.addWidget(self.passphraseEdit)

        self.openBox = QCheckBox(self.openCard)
        self.openBox.setObjectName(u"openBox")

        self.openColumn.addWidget(self.openBox)


        self.whereColumn.addWidget(self.openCard)

        self.heldLabel = QLabel(self.whereBody)
        self.heldLabel.setObjectName(u"heldLabel")
        self.heldLabel.setWordWrap(True)

        self.whereColumn.addWidget(self.heldLabel)

        self.splitRow = QHBoxLayout()
        self.splitRow.setSpacing(8)
        self.splitRow.setObjectName(u"splitRow")
        self.splitLabel = QLabel(self.whereBody)
        self.splitLabel.setObjectName(u"splitLabel")

        self.splitRow.addWidget(self.splitLabel)

        self.splitBox = QComboBox(self.whereBody)
        self.splitBox.setObjectName(u"splitBox")

        self.splitRow.addWidget(self.splitBox)

        self.planLabel = QLabel(self.whereBody)
        self.planLabel.setObjectName(u"planLabel")
        self.planLabel.setWordWrap(True)

        self.splitRow.addWidget(self.planLabel)

        self.splitRow.setStretch(2, 1)

        self.whereColumn.addLayout(self.splitRow)

        self.largeLabel = QLabel(self.whereBody)
        self.largeLabel.setObjectName(u"largeLabel")
        self.largeLabel.setWordWrap(True)

        self.whereColumn.addWidget(self.largeLabel)

        self.destinationPlace = QVBoxLayout()
        self.destinationPlace.setSpacing(8)
        self.destinationPlace.setObjectName(u"destinationPlace")
        self.destinationPlace.setContentsMargins(0, 8, 0, 0)

        self.whereColumn.addLayout(self.destinationPlace)

        self.gap1 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.whereColumn.addItem(self.gap1)

        self.problem = QLabel(self.whereBody)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)

        self.whereColumn.addWidget(self.problem)

        self.wherePart.setWidget(self.whereBody)
        self.stack.addWidget(self.wherePart)
        self.writingPart = QWidget()
        self.writingPart.setObjectName(u"writingPart")
        self.writingColumn = QVBoxLayout(self.writingPart)
        self.writingColumn.setSpacing(12)
        self.writingColumn.setObjectName(u"writingColumn")
        self.writingColumn.setContentsMargins(0, 0, 0, 0)
        self.gap2 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.writingColumn.addItem(self.gap2)

        self.workingPlace = QVBoxLayout()
        self.workingPlace.setSpacing(8)
        self.workingPlace.setObjectName(u"workingPlace")
        self.workingPlace.setContentsMargins(0, 0, 0, 0)

        self.writingColumn.addLayout(self.workingPlace)

        self.writingLabel = QLabel(self.writingPart)
        self.writingLabel.setObjectName(u"writingLabel")
        self.writingLabel.setWordWrap(True)

        self.writingColumn.addWidget(self.writingLabel)

        self.gap3 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.writingColumn.addItem(self.gap3)

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

        self.doneText = QLabel(self.donePart)
        self.doneText.setObjectName(u"doneText")
        self.doneText.setWordWrap(True)

        self.doneColumn.addWidget(self.doneText)

        self.slip = QFrame(self.donePart)
        self.slip.setObjectName(u"slip")
        self.slip.setProperty(u"card", True)
        self.slipRows = QFormLayout(self.slip)
        self.slipRows.setSpacing(8)
        self.slipRows.setObjectName(u"slipRows")
        self.slipRows.setContentsMargins(16, 16, 16, 16)

        self.doneColumn.addWidget(self.slip)

        self.gap4 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.doneColumn.addItem(self.gap4)

        self.stack.addWidget(self.donePart)

        self.column.addWidget(self.stack)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.gap5 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.gap5)

        self.cancelButton = QPushButton(ExportDialog)
        self.cancelButton.setObjectName(u"cancelButton")

        self.foot.addWidget(self.cancelButton)

        self.writeButton = QPushButton(ExportDialog)
        self.writeButton.setObjectName(u"writeButton")
        self.writeButton.setProperty(u"primary", True)

        self.foot.addWidget(self.writeButton)

        self.slipButton = QPushButton(ExportDialog)
        self.slipButton.setObjectName(u"slipButton")

        self.foot.addWidget(self.slipButton)

        self.laterButton = QPushButton(ExportDialog)
        self.laterButton.setObjectName(u"laterButton")

        self.foot.addWidget(self.laterButton)

        self.handedOverButton = QPushButton(ExportDialog)
        self.handedOverButton.setObjectName(u"handedOverButton")
        self.handedOverButton.setProperty(u"primary", True)

        self.foot.addWidget(self.handedOverButton)


        self.column.addLayout(self.foot)

        self.column.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.passphraseLabel.setBuddy(self.passphraseEdit)
        self.splitLabel.setBuddy(self.splitBox)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ExportDialog)

        QMetaObject.connectSlotsByName(ExportDialog)
    # setupUi

    def retranslateUi(self, ExportDialog):
        ExportDialog.setWindowTitle(QCoreApplication.translate("ExportDialog", u"Export bundle", None))
        self.title.setText(QCoreApplication.translate("ExportDialog", u"Where shall the bundle go?", None))
        self.whatLabel.setText("")
        self.sealLabel.setText("")
        self.openLabel.setText(QCoreApplication.translate("ExportDialog", u"There is no unit card yet, so this bundle cannot be sealed for the officer. Unsealed, whoever finds the file can read everything in it.", None))
        self.passphraseLabel.setText(QCoreApplication.translate("ExportDialog", u"Either seal it with a &passphrase (10 characters or more), told to the officer by phone, not with the file:", None))
#if QT_CONFIG(accessibility)
        self.passphraseEdit.setAccessibleName(QCoreApplication.translate("ExportDialog", u"Passphrase", None))
#endif // QT_CONFIG(accessibility)
        self.openBox.setText(QCoreApplication.translate("ExportDialog", u"Or write it &unsealed this time; I understand.", None))
        self.heldLabel.setText("")
        self.splitLabel.setText(QCoreApplication.translate("ExportDialog", u"&Split into files of", None))
#if QT_CONFIG(accessibility)
        self.splitBox.setAccessibleName(QCoreApplication.translate("ExportDialog", u"Split into files of", None))
#endif // QT_CONFIG(accessibility)
        self.planLabel.setText("")
        self.largeLabel.setText("")
        self.problem.setText("")
        self.writingLabel.setText(QCoreApplication.translate("ExportDialog", u"Each file is written, brought safely onto the stick, read back and compared. Please leave the stick in.", None))
        self.doneTitle.setText("")
        self.doneText.setText("")
        self.cancelButton.setText(QCoreApplication.translate("ExportDialog", u"Cancel", None))
        self.writeButton.setText(QCoreApplication.translate("ExportDialog", u"&Write the bundle", None))
        self.slipButton.setText(QCoreApplication.translate("ExportDialog", u"Handover &slip\u2026", None))
        self.laterButton.setText(QCoreApplication.translate("ExportDialog", u"&Later", None))
        self.handedOverButton.setText(QCoreApplication.translate("ExportDialog", u"&Handed over", None))
    # retranslateUi

