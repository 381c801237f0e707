# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'initiatives_page.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QHBoxLayout, QHeaderView,
    QLabel, QLineEdit, QPushButton, QSizePolicy,
    QSpacerItem, QStackedWidget, QTableView, QVBoxLayout,
    QWidget)

class Ui_InitiativesPage(object):
    def setupUi(self, InitiativesPage):
        if not InitiativesPage.objectName():
            InitiativesPage.setObjectName(u"InitiativesPage")
        self.column = QVBoxLayout(InitiativesPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.head = QHBoxLayout()
        self.head.setObjectName(u"head")
        self.title = QLabel(InitiativesPage)
        self.title.setObjectName(u"title")

        self.head.addWidget(self.title)

        self.gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.gap)

        self.importButton = QPushButton(InitiativesPage)
        self.importButton.setObjectName(u"importButton")

        self.head.addWidget(self.importButton)

        self.newButton = QPushButton(InitiativesPage)
        self.newButton.setObjectName(u"newButton")
        self.newButton.setProperty(u"primary", True)

        self.head.addWidget(self.newButton)


        self.column.addLayout(self.head)

        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.setObjectName(u"filters")
        self.searchEdit = QLineEdit(InitiativesPage)
        self.searchEdit.setObjectName(u"searchEdit")
        self.searchEdit.setClearButtonEnabled(True)

        self.filters.addWidget(self.searchEdit)

        self.stateBox = QComboBox(InitiativesPage)
        self.stateBox.setObjectName(u"stateBox")

        self.filters.addWidget(self.stateBox)


        self.column.addLayout(self.filters)

        self.stack = QStackedWidget(InitiativesPage)
        self.stack.setObjectName(u"stack")
        self.listPart = QWidget()
        self.listPart.setObjectName(u"listPart")
        self.listLayout = QVBoxLayout(self.listPart)
        self.listLayout.setObjectName(u"listLayout")
        self.listLayout.setContentsMargins(0, 0, 0, 0)
        self.table = QTableView(self.listPart)
        self.table.setObjectName(u"table")

        self.listLayout.addWidget(self.table)

        self.stack.addWidget(self.listPart)
        self.emptyPart = QWidget()
        self.emptyPart.setObjectName(u"emptyPart")
        self.emptyLayout = QVBoxLayout(self.emptyPart)
        self.emptyLayout.setObjectName(u"emptyLayout")
        self.e1 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyLayout.addItem(self.e1)

        self.emptyLabel = QLabel(self.emptyPart)
        self.emptyLabel.setObjectName(u"emptyLabel")
        self.emptyLabel.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.emptyLabel.setWordWrap(True)

        self.emptyLayout.addWidget(self.emptyLabel)

        self.emptyButtons = QHBoxLayout()
        self.emptyButtons.setObjectName(u"emptyButtons")
        self.e3 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyButtons.addItem(self.e3)

        self.emptyButton = QPushButton(self.emptyPart)
        self.emptyButton.setObjectName(u"emptyButton")

        self.emptyButtons.addWidget(self.emptyButton)

        self.emptyImportButton = QPushButton(self.emptyPart)
        self.emptyImportButton.setObjectName(u"emptyImportButton")

        self.emptyButtons.addWidget(self.emptyImportButton)

        self.e4 = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyButtons.addItem(self.e4)


        self.emptyLayout.addLayout(self.emptyButtons)

        self.e2 = QSpacerItem(8, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyLayout.addItem(self.e2)

        self.stack.addWidget(self.emptyPart)

        self.column.addWidget(self.stack)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.countLabel = QLabel(InitiativesPage)
        self.countLabel.setObjectName(u"countLabel")

        self.foot.addWidget(self.countLabel)

        self.fgap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.fgap)

        self.discardButton = QPushButton(InitiativesPage)
        self.discardButton.setObjectName(u"discardButton")

        self.foot.addWidget(self.discardButton)

        self.undoButton = QPushButton(InitiativesPage)
        self.undoButton.setObjectName(u"undoButton")

        self.foot.addWidget(self.undoButton)

        self.recognitionButton = QPushButton(InitiativesPage)
        self.recognitionButton.setObjectName(u"recognitionButton")

        self.foot.addWidget(self.recognitionButton)

        self.openButton = QPushButton(InitiativesPage)
        self.openButton.setObjectName(u"openButton")

        self.foot.addWidget(self.openButton)


        self.column.addLayout(self.foot)


        self.retranslateUi(InitiativesPage)

        QMetaObject.connectSlotsByName(InitiativesPage)
    # setupUi

    def retranslateUi(self, InitiativesPage):
        InitiativesPage.setWindowTitle(QCoreApplication.translate("InitiativesPage", u"InitiativesPage", None))
        self.title.setText(QCoreApplication.translate("InitiativesPage", u"Initiatives", None))
        self.importButton.setText(QCoreApplication.translate("InitiativesPage", u"From a file\u2026", None))
        self.newButton.setText(QCoreApplication.translate("InitiativesPage", u"New initiative", None))
#if QT_CONFIG(accessibility)
        self.searchEdit.setAccessibleName(QCoreApplication.translate("InitiativesPage", u"Search", None))
#endif // QT_CONFIG(accessibility)
        self.searchEdit.setPlaceholderText(QCoreApplication.translate("InitiativesPage", u"Search title, author, code \u2013 with or without marks", None))
#if QT_CONFIG(accessibility)
        self.stateBox.setAccessibleName(QCoreApplication.translate("InitiativesPage", u"Show", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("InitiativesPage", u"Initiatives", None))
#endif // QT_CONFIG(accessibility)
        self.emptyLabel.setText(QCoreApplication.translate("InitiativesPage", u"Initiatives will stand here. Begin with the first one.", None))
        self.emptyButton.setText(QCoreApplication.translate("InitiativesPage", u"Write the first initiative", None))
        self.emptyImportButton.setText(QCoreApplication.translate("InitiativesPage", u"From a Word file or a list\u2026", None))
        self.countLabel.setText("")
        self.discardButton.setText(QCoreApplication.translate("InitiativesPage", u"Discard draft", None))
        self.undoButton.setText(QCoreApplication.translate("InitiativesPage", u"Undo", None))
        self.recognitionButton.setText(QCoreApplication.translate("InitiativesPage", u"Recognition", None))
        self.openButton.setText(QCoreApplication.translate("InitiativesPage", u"Open", None))
    # retranslateUi

