# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_page.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFormLayout,
    QFrame, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QSpinBox, QVBoxLayout, QWidget)

class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        self.column = QVBoxLayout(SettingsPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(SettingsPage)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.scroll = QScrollArea(SettingsPage)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidgetResizable(True)
        self.inside = QWidget()
        self.inside.setObjectName(u"inside")
        self.insideColumn = QVBoxLayout(self.inside)
        self.insideColumn.setObjectName(u"insideColumn")
        self.card = QFrame(self.inside)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.fields = QFormLayout(self.card)
        self.fields.setObjectName(u"fields")
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.fields.setVerticalSpacing(8)
        self.nameLabel = QLabel(self.card)
        self.nameLabel.setObjectName(u"nameLabel")

        self.fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.nameEdit = QLineEdit(self.card)
        self.nameEdit.setObjectName(u"nameEdit")

        self.fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.nameEdit)

        self.sizeLabel = QLabel(self.card)
        self.sizeLabel.setObjectName(u"sizeLabel")

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.sizeLabel)

        self.sizeBox = QComboBox(self.card)
        self.sizeBox.setObjectName(u"sizeBox")

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.sizeBox)

        self.themeLabel = QLabel(self.card)
        self.themeLabel.setObjectName(u"themeLabel")

        self.fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.themeLabel)

        self.themeBox = QComboBox(self.card)
        self.themeBox.setObjectName(u"themeBox")

        self.fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.themeBox)

        self.languageLabel = QLabel(self.card)
        self.languageLabel.setObjectName(u"languageLabel")

        self.fields.setWidget(3, QFormLayout.ItemRole.LabelRole, self.languageLabel)

        self.languageBox = QComboBox(self.card)
        self.languageBox.setObjectName(u"languageBox")

        self.fields.setWidget(3, QFormLayout.ItemRole.FieldRole, self.languageBox)

        self.folderLabel = QLabel(self.card)
        self.folderLabel.setObjectName(u"folderLabel")

        self.fields.setWidget(4, QFormLayout.ItemRole.LabelRole, self.folderLabel)

        self.folderEdit = QLineEdit(self.card)
        self.folderEdit.setObjectName(u"folderEdit")
        self.folderEdit.setReadOnly(True)

        self.fields.setWidget(4, QFormLayout.ItemRole.FieldRole, self.folderEdit)

        self.wordsLabel = QLabel(self.card)
        self.wordsLabel.setObjectName(u"wordsLabel")

        self.fields.setWidget(5, QFormLayout.ItemRole.LabelRole, self.wordsLabel)

        self.wordsLine = QHBoxLayout()
        self.wordsLine.setSpacing(8)
        self.wordsLine.setObjectName(u"wordsLine")
        self.wordsEdit = QLineEdit(self.card)
        self.wordsEdit.setObjectName(u"wordsEdit")
        self.wordsEdit.setReadOnly(True)

        self.wordsLine.addWidget(self.wordsEdit)

        self.keyButton = QPushButton(self.card)
        self.keyButton.setObjectName(u"keyButton")

        self.wordsLine.addWidget(self.keyButton)


        self.fields.setLayout(5, QFormLayout.ItemRole.FieldRole, self.wordsLine)

        self.rubricLabel = QLabel(self.card)
        self.rubricLabel.setObjectName(u"rubricLabel")

        self.fields.setWidget(6, QFormLayout.ItemRole.LabelRole, self.rubricLabel)

        self.rubricBox = QComboBox(self.card)
        self.rubricBox.setObjectName(u"rubricBox")

        self.fields.setWidget(6, QFormLayout.ItemRole.FieldRole, self.rubricBox)

        self.shareLabel = QLabel(self.card)
        self.shareLabel.setObjectName(u"shareLabel")

        self.fields.setWidget(7, QFormLayout.ItemRole.LabelRole, self.shareLabel)

        self.shareBox = QSpinBox(self.card)
        self.shareBox.setObjectName(u"shareBox")
        self.shareBox.setSuffix(u" %")
        self.shareBox.setMaximum(50)

        self.fields.setWidget(7, QFormLayout.ItemRole.FieldRole, self.shareBox)

        self.originalsBox = QCheckBox(self.card)
        self.originalsBox.setObjectName(u"originalsBox")

        self.fields.setWidget(8, QFormLayout.ItemRole.FieldRole, self.originalsBox)

        self.watchLabel = QLabel(self.card)
        self.watchLabel.setObjectName(u"watchLabel")
        self.watchLabel.setWordWrap(True)

        self.fields.setWidget(9, QFormLayout.ItemRole.LabelRole, self.watchLabel)

        self.watchRow = QHBoxLayout()
        self.watchRow.setObjectName(u"watchRow")
        self.watchEdit = QLineEdit(self.card)
        self.watchEdit.setObjectName(u"watchEdit")
        self.watchEdit.setReadOnly(True)

        self.watchRow.addWidget(self.watchEdit)

        self.watchButton = QPushButton(self.card)
        self.watchButton.setObjectName(u"watchButton")

        self.watchRow.addWidget(self.watchButton)

        self.unwatchButton = QPushButton(self.card)
        self.unwatchButton.setObjectName(u"unwatchButton")

        self.watchRow.addWidget(self.unwatchButton)


        self.fields.setLayout(9, QFormLayout.ItemRole.FieldRole, self.watchRow)


        self.insideColumn.addWidget(self.card)

        self.parts = QVBoxLayout()
        self.parts.setObjectName(u"parts")

        self.insideColumn.addLayout(self.parts)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.insideColumn.addItem(self.gap)

        self.scroll.setWidget(self.inside)

        self.column.addWidget(self.scroll)

        self.savedLabel = QLabel(SettingsPage)
        self.savedLabel.setObjectName(u"savedLabel")
        self.savedLabel.setWordWrap(True)

        self.column.addWidget(self.savedLabel)

        self.protect = QHBoxLayout()
        self.protect.setObjectName(u"protect")
        self.protectButton = QPushButton(SettingsPage)
        self.protectButton.setObjectName(u"protectButton")

        self.protect.addWidget(self.protectButton)

        self.pgap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.protect.addItem(self.pgap)


        self.column.addLayout(self.protect)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.fgap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fgap)

        self.saveButton = QPushButton(SettingsPage)
        self.saveButton.setObjectName(u"saveButton")
        self.saveButton.setProperty(u"primary", True)

        self.foot.addWidget(self.saveButton)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.nameEdit)
        self.sizeLabel.setBuddy(self.sizeBox)
        self.themeLabel.setBuddy(self.themeBox)
        self.languageLabel.setBuddy(self.languageBox)
        self.folderLabel.setBuddy(self.folderEdit)
        self.wordsLabel.setBuddy(self.wordsEdit)
        self.rubricLabel.setBuddy(self.rubricBox)
        self.shareLabel.setBuddy(self.shareBox)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SettingsPage)

        QMetaObject.connectSlotsByName(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        SettingsPage.setWindowTitle(QCoreApplication.translate("SettingsPage", u"SettingsPage", None))
        self.title.setText(QCoreApplication.translate("SettingsPage", u"Settings", None))
        self.nameLabel.setText(QCoreApplication.translate("SettingsPage", u"Name of the unit", None))
#if QT_CONFIG(accessibility)
        self.nameEdit.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Name of the unit", None))
#endif // QT_CONFIG(accessibility)
        self.sizeLabel.setText(QCoreApplication.translate("SettingsPage", u"Text size", None))
#if QT_CONFIG(accessibility)
        self.sizeBox.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Text size", None))
#endif // QT_CONFIG(accessibility)
        self.themeLabel.setText(QCoreApplication.translate("SettingsPage", u"Theme", None))
#if QT_CONFIG(accessibility)
        self.themeBox.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Theme", None))
#endif // QT_CONFIG(accessibility)
        self.languageLabel.setText(QCoreApplication.translate("SettingsPage", u"Language", None))
#if QT_CONFIG(accessibility)
        self.languageBox.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Language", None))
#endif // QT_CONFIG(accessibility)
        self.folderLabel.setText(QCoreApplication.translate("SettingsPage", u"Data folder", None))
#if QT_CONFIG(accessibility)
        self.folderEdit.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Data folder", None))
#endif // QT_CONFIG(accessibility)
        self.wordsLabel.setText(QCoreApplication.translate("SettingsPage", u"This computer's key in four words", None))
#if QT_CONFIG(accessibility)
        self.wordsEdit.setAccessibleName(QCoreApplication.translate("SettingsPage", u"This computer's key in four words", None))
#endif // QT_CONFIG(accessibility)
        self.keyButton.setText(QCoreApplication.translate("SettingsPage", u"Key of this desk\u2026", None))
        self.rubricLabel.setText(QCoreApplication.translate("SettingsPage", u"Score sheet of the council", None))
#if QT_CONFIG(accessibility)
        self.rubricBox.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Score sheet of the council", None))
#endif // QT_CONFIG(accessibility)
        self.shareLabel.setText(QCoreApplication.translate("SettingsPage", u"Least share of a co-author", None))
#if QT_CONFIG(accessibility)
        self.shareBox.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Least share of a co-author", None))
#endif // QT_CONFIG(accessibility)
        self.shareBox.setSpecialValueText(QCoreApplication.translate("SettingsPage", u"Not asked here", None))
        self.originalsBox.setText(QCoreApplication.translate("SettingsPage", u"Keep the original of a picture until its report is complete", None))
        self.watchLabel.setText(QCoreApplication.translate("SettingsPage", u"Watched folder: what arrives there is taken in by itself", None))
#if QT_CONFIG(accessibility)
        self.watchEdit.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Watched folder", None))
#endif // QT_CONFIG(accessibility)
        self.watchButton.setText(QCoreApplication.translate("SettingsPage", u"Choose\u2026", None))
#if QT_CONFIG(accessibility)
        self.watchButton.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Choose the watched folder", None))
#endif // QT_CONFIG(accessibility)
        self.unwatchButton.setText(QCoreApplication.translate("SettingsPage", u"None", None))
#if QT_CONFIG(accessibility)
        self.unwatchButton.setAccessibleName(QCoreApplication.translate("SettingsPage", u"Watch no folder", None))
#endif // QT_CONFIG(accessibility)
        self.savedLabel.setText("")
        self.protectButton.setText(QCoreApplication.translate("SettingsPage", u"What this program protects, and what not", None))
        self.saveButton.setText(QCoreApplication.translate("SettingsPage", u"Save", None))
    # retranslateUi

