# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'template_offer_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDialog,
    QHBoxLayout, QLabel, QListView, QListWidget,
    QListWidgetItem, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

class Ui_TemplateOfferDialog(object):
    def setupUi(self, TemplateOfferDialog):
        if not TemplateOfferDialog.objectName():
            TemplateOfferDialog.setObjectName(u"TemplateOfferDialog")
        self.column = QVBoxLayout(TemplateOfferDialog)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 16)
        self.title = QLabel(TemplateOfferDialog)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.intro = QLabel(TemplateOfferDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.column.addWidget(self.intro)

        self.problem = QLabel(TemplateOfferDialog)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)

        self.column.addWidget(self.problem)

        self.stack = QStackedWidget(TemplateOfferDialog)
        self.stack.setObjectName(u"stack")
        self.offerPart = QWidget()
        self.offerPart.setObjectName(u"offerPart")
        self.offerColumn = QVBoxLayout(self.offerPart)
        self.offerColumn.setSpacing(8)
        self.offerColumn.setObjectName(u"offerColumn")
        self.offerColumn.setContentsMargins(0, 0, 0, 0)
        self.draftBox = QComboBox(self.offerPart)
        self.draftBox.setObjectName(u"draftBox")
        self.draftBox.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.draftBox.setMinimumContentsLength(12)

        self.offerColumn.addWidget(self.draftBox)

        self.draftLabel = QLabel(self.offerPart)
        self.draftLabel.setObjectName(u"draftLabel")
        self.draftLabel.setWordWrap(True)

        self.offerColumn.addWidget(self.draftLabel)

        self.changesLabel = QLabel(self.offerPart)
        self.changesLabel.setObjectName(u"changesLabel")

        self.offerColumn.addWidget(self.changesLabel)

        self.changes = QListWidget(self.offerPart)
        self.changes.setObjectName(u"changes")
        self.changes.setWordWrap(True)
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.changes.setResizeMode(QListView.ResizeMode.Adjust)
        self.changes.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

        self.offerColumn.addWidget(self.changes)

        self.asideLabel = QLabel(self.offerPart)
        self.asideLabel.setObjectName(u"asideLabel")
        self.asideLabel.setWordWrap(True)

        self.offerColumn.addWidget(self.asideLabel)

        self.offerColumn.setStretch(3, 1)
        self.stack.addWidget(self.offerPart)
        self.donePart = QWidget()
        self.donePart.setObjectName(u"donePart")
        self.doneColumn = QVBoxLayout(self.donePart)
        self.doneColumn.setSpacing(8)
        self.doneColumn.setObjectName(u"doneColumn")
        self.doneColumn.setContentsMargins(0, 0, 0, 0)
        self.gap1 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.doneColumn.addItem(self.gap1)

        self.doneTitle = QLabel(self.donePart)
        self.doneTitle.setObjectName(u"doneTitle")
        self.doneTitle.setWordWrap(True)

        self.doneColumn.addWidget(self.doneTitle)

        self.doneText = QLabel(self.donePart)
        self.doneText.setObjectName(u"doneText")
        self.doneText.setWordWrap(True)

        self.doneColumn.addWidget(self.doneText)

        self.gap2 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.doneColumn.addItem(self.gap2)

        self.stack.addWidget(self.donePart)

        self.column.addWidget(self.stack)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.undoButton = QPushButton(TemplateOfferDialog)
        self.undoButton.setObjectName(u"undoButton")

        self.foot.addWidget(self.undoButton)

        self.gap3 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.gap3)

        self.keepButton = QPushButton(TemplateOfferDialog)
        self.keepButton.setObjectName(u"keepButton")

        self.foot.addWidget(self.keepButton)

        self.closeButton = QPushButton(TemplateOfferDialog)
        self.closeButton.setObjectName(u"closeButton")

        self.foot.addWidget(self.closeButton)

        self.moveButton = QPushButton(TemplateOfferDialog)
        self.moveButton.setObjectName(u"moveButton")
        self.moveButton.setProperty(u"primary", True)

        self.foot.addWidget(self.moveButton)

        self.nextButton = QPushButton(TemplateOfferDialog)
        self.nextButton.setObjectName(u"nextButton")
        self.nextButton.setProperty(u"primary", True)

        self.foot.addWidget(self.nextButton)

        self.foot.setStretch(1, 1)

        self.column.addLayout(self.foot)

        self.column.setStretch(3, 1)
#if QT_CONFIG(shortcut)
        self.changesLabel.setBuddy(self.changes)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TemplateOfferDialog)

        self.stack.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(TemplateOfferDialog)
    # setupUi

    def retranslateUi(self, TemplateOfferDialog):
        TemplateOfferDialog.setWindowTitle(QCoreApplication.translate("TemplateOfferDialog", u"Newer template", None))
        self.title.setText(QCoreApplication.translate("TemplateOfferDialog", u"There is a newer template", None))
        self.intro.setText(QCoreApplication.translate("TemplateOfferDialog", u"Drafts stay with the template they were begun with until you move them.", None))
        self.problem.setText("")
#if QT_CONFIG(accessibility)
        self.draftBox.setAccessibleName(QCoreApplication.translate("TemplateOfferDialog", u"Draft", None))
#endif // QT_CONFIG(accessibility)
        self.draftLabel.setText("")
        self.changesLabel.setText(QCoreApplication.translate("TemplateOfferDialog", u"&What changes", None))
#if QT_CONFIG(accessibility)
        self.changes.setAccessibleName(QCoreApplication.translate("TemplateOfferDialog", u"What changes", None))
#endif // QT_CONFIG(accessibility)
        self.asideLabel.setText("")
        self.doneTitle.setText("")
        self.doneText.setText("")
        self.undoButton.setText(QCoreApplication.translate("TemplateOfferDialog", u"&Undo", None))
        self.keepButton.setText(QCoreApplication.translate("TemplateOfferDialog", u"&Keep the one in use", None))
        self.closeButton.setText(QCoreApplication.translate("TemplateOfferDialog", u"Close", None))
        self.moveButton.setText(QCoreApplication.translate("TemplateOfferDialog", u"&Move to the newer one", None))
        self.nextButton.setText(QCoreApplication.translate("TemplateOfferDialog", u"Next &draft", None))
    # retranslateUi

