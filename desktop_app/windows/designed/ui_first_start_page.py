# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_start_page.ui'
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
from PySide6.QtWidgets import (QApplication, QFormLayout, QFrame, QHBoxLayout,
    QLabel, QLineEdit, QProgressBar, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_FirstStartPage(object):
    def setupUi(self, FirstStartPage):
        if not FirstStartPage.objectName():
            FirstStartPage.setObjectName(u"FirstStartPage")
        self.outer = QHBoxLayout(FirstStartPage)
        self.outer.setObjectName(u"outer")
        self.left = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.left)

        self.column = QVBoxLayout()
        self.column.setSpacing(14)
        self.column.setObjectName(u"column")
        self.above = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.above)

        self.title = QLabel(FirstStartPage)
        self.title.setObjectName(u"title")

        self.column.addWidget(self.title)

        self.intro = QLabel(FirstStartPage)
        self.intro.setObjectName(u"intro")
        self.intro.setWordWrap(True)

        self.column.addWidget(self.intro)

        self.card = QFrame(FirstStartPage)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.cardLayout = QVBoxLayout(self.card)
        self.cardLayout.setSpacing(14)
        self.cardLayout.setObjectName(u"cardLayout")
        self.cardLayout.setContentsMargins(20, 20, 20, 20)
        self.roles = QHBoxLayout()
        self.roles.setSpacing(12)
        self.roles.setObjectName(u"roles")
        self.teamButton = QPushButton(self.card)
        self.teamButton.setObjectName(u"teamButton")
        self.teamButton.setCheckable(True)
        self.teamButton.setChecked(True)
        self.teamButton.setAutoExclusive(True)
        self.teamButton.setProperty(u"choice", True)

        self.roles.addWidget(self.teamButton)

        self.officeButton = QPushButton(self.card)
        self.officeButton.setObjectName(u"officeButton")
        self.officeButton.setCheckable(True)
        self.officeButton.setAutoExclusive(True)
        self.officeButton.setProperty(u"choice", True)

        self.roles.addWidget(self.officeButton)


        self.cardLayout.addLayout(self.roles)

        self.fields = QFormLayout()
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

        self.codeLabel = QLabel(self.card)
        self.codeLabel.setObjectName(u"codeLabel")

        self.fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.codeLabel)

        self.codeEdit = QLineEdit(self.card)
        self.codeEdit.setObjectName(u"codeEdit")
        self.codeEdit.setMaxLength(20)

        self.fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.codeEdit)


        self.cardLayout.addLayout(self.fields)

        self.problem = QLabel(self.card)
        self.problem.setObjectName(u"problem")
        self.problem.setWordWrap(True)

        self.cardLayout.addWidget(self.problem)

        self.go = QHBoxLayout()
        self.go.setObjectName(u"go")
        self.cardButton = QPushButton(self.card)
        self.cardButton.setObjectName(u"cardButton")

        self.go.addWidget(self.cardButton)

        self.serverButton = QPushButton(self.card)
        self.serverButton.setObjectName(u"serverButton")

        self.go.addWidget(self.serverButton)

        self.between = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.go.addItem(self.between)

        self.startButton = QPushButton(self.card)
        self.startButton.setObjectName(u"startButton")
        self.startButton.setProperty(u"primary", True)

        self.go.addWidget(self.startButton)


        self.cardLayout.addLayout(self.go)


        self.column.addWidget(self.card)

        self.arriving = QHBoxLayout()
        self.arriving.setSpacing(8)
        self.arriving.setObjectName(u"arriving")
        self.arrivingLabel = QLabel(FirstStartPage)
        self.arrivingLabel.setObjectName(u"arrivingLabel")

        self.arriving.addWidget(self.arrivingLabel)

        self.moveButton = QPushButton(FirstStartPage)
        self.moveButton.setObjectName(u"moveButton")

        self.arriving.addWidget(self.moveButton)

        self.restoreButton = QPushButton(FirstStartPage)
        self.restoreButton.setObjectName(u"restoreButton")

        self.arriving.addWidget(self.restoreButton)

        self.afterArriving = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.arriving.addItem(self.afterArriving)


        self.column.addLayout(self.arriving)

        self.samples = QHBoxLayout()
        self.samples.setSpacing(8)
        self.samples.setObjectName(u"samples")
        self.sampleLabel = QLabel(FirstStartPage)
        self.sampleLabel.setObjectName(u"sampleLabel")

        self.samples.addWidget(self.sampleLabel)

        self.sampleTeamButton = QPushButton(FirstStartPage)
        self.sampleTeamButton.setObjectName(u"sampleTeamButton")

        self.samples.addWidget(self.sampleTeamButton)

        self.sampleOfficeButton = QPushButton(FirstStartPage)
        self.sampleOfficeButton.setObjectName(u"sampleOfficeButton")

        self.samples.addWidget(self.sampleOfficeButton)

        self.after = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.samples.addItem(self.after)


        self.column.addLayout(self.samples)

        self.progress = QProgressBar(FirstStartPage)
        self.progress.setObjectName(u"progress")

        self.column.addWidget(self.progress)

        self.below = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.below)


        self.outer.addLayout(self.column)

        self.right = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.outer.addItem(self.right)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.nameEdit)
        self.codeLabel.setBuddy(self.codeEdit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FirstStartPage)

        self.startButton.setDefault(True)


        QMetaObject.connectSlotsByName(FirstStartPage)
    # setupUi

    def retranslateUi(self, FirstStartPage):
        FirstStartPage.setWindowTitle(QCoreApplication.translate("FirstStartPage", u"FirstStartPage", None))
        self.title.setText(QCoreApplication.translate("FirstStartPage", u"Welcome to the initiatives book", None))
        self.intro.setText(QCoreApplication.translate("FirstStartPage", u"Say whose book this is. Everything else has a default and can be changed later.", None))
        self.teamButton.setText(QCoreApplication.translate("FirstStartPage", u"Support team of a union", None))
        self.officeButton.setText(QCoreApplication.translate("FirstStartPage", u"Upper-level officer", None))
        self.nameLabel.setText(QCoreApplication.translate("FirstStartPage", u"Name of the unit", None))
#if QT_CONFIG(accessibility)
        self.nameEdit.setAccessibleName(QCoreApplication.translate("FirstStartPage", u"Name of the unit", None))
#endif // QT_CONFIG(accessibility)
        self.nameEdit.setPlaceholderText(QCoreApplication.translate("FirstStartPage", u"For example: C\u0110CS C\u00f4ng ty May S\u00f4ng C\u00f4ng", None))
        self.codeLabel.setText(QCoreApplication.translate("FirstStartPage", u"Short code (left empty: made from the name)", None))
#if QT_CONFIG(accessibility)
        self.codeEdit.setAccessibleName(QCoreApplication.translate("FirstStartPage", u"Short code", None))
#endif // QT_CONFIG(accessibility)
        self.codeEdit.setPlaceholderText(QCoreApplication.translate("FirstStartPage", u"MSC", None))
        self.problem.setText("")
        self.cardButton.setText(QCoreApplication.translate("FirstStartPage", u"I have a setup card\u2026", None))
        self.serverButton.setText(QCoreApplication.translate("FirstStartPage", u"Open the book on the office's server\u2026", None))
        self.startButton.setText(QCoreApplication.translate("FirstStartPage", u"Start", None))
        self.arrivingLabel.setText(QCoreApplication.translate("FirstStartPage", u"There is a book already?", None))
        self.moveButton.setText(QCoreApplication.translate("FirstStartPage", u"I am moving from another computer\u2026", None))
        self.restoreButton.setText(QCoreApplication.translate("FirstStartPage", u"Restore from a backup\u2026", None))
        self.sampleLabel.setText(QCoreApplication.translate("FirstStartPage", u"Only looking?", None))
        self.sampleTeamButton.setText(QCoreApplication.translate("FirstStartPage", u"Open the sample as a team", None))
        self.sampleOfficeButton.setText(QCoreApplication.translate("FirstStartPage", u"Open the sample as an officer", None))
    # retranslateUi

