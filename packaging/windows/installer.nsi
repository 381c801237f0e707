; Installer for Windows 10 and 11: for the person who runs it, without an administrator.
;
;   makensis -DVERSION=0.1.0 -DFOLDER=build\package\so-sang-kien -DICON=...\so-sang-kien.ico
;            -DOUT=dist\so-sang-kien-0.1.0-windows-x64-setup.exe packaging\windows\installer.nsi
;
; Silent: setup.exe /S [/D=C:\place]; silent removal: uninstall.exe /S. Exit code 0 done, 2 stopped
; (the program is running, or the folder cannot be written).
; Data (%LOCALAPPDATA%\SoSangKien) is never touched, neither by an update nor by removal.

Unicode true
ManifestDPIAware true
ManifestSupportedOS all
SetCompressor /SOLID lzma
SetCompressorDictSize 32
RequestExecutionLevel user

!ifndef VERSION
  !error "say -DVERSION=, -DFOLDER=, -DICON= and -DOUT="
!endif

!define NAME "Sổ Sáng Kiến"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\SoSangKien"
!define KIND "SoSangKien.File"
!define CONSOLE "so-sang-kien.exe"
!define WINDOW "so-sang-kien-window.exe"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\SoSangKien"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"
!include "WinVer.nsh"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString RUNNING ${LANG_VIETNAMESE} "${NAME} đang mở. Lưu lại và đóng chương trình, rồi bấm Thử lại."
LangString RUNNING ${LANG_ENGLISH} "${NAME} is open. Save and close it, then press Retry."
LangString NEWER ${LANG_VIETNAMESE} "Trên máy đã có bản mới hơn ($0). Bản cũ không được cài đè, vì sổ của bản mới có thể không mở được."
LangString NEWER ${LANG_ENGLISH} "A newer version ($0) is installed. An older one is not put over it: it may not open the newer book."
LangString OLD_WINDOWS ${LANG_VIETNAMESE} "Chương trình cần Windows 10 hoặc 11, bản 64 bit."
LangString OLD_WINDOWS ${LANG_ENGLISH} "The program needs Windows 10 or 11, 64-bit."
LangString NOT_WRITTEN ${LANG_VIETNAMESE} "Không ghi được vào thư mục đã chọn. Bản đang dùng vẫn nguyên. Chọn thư mục khác."
LangString NOT_WRITTEN ${LANG_ENGLISH} "The folder cannot be written. What was installed is whole. Choose another one."
LangString FILE_KIND ${LANG_VIETNAMESE} "Tệp của Sổ Sáng Kiến"
LangString FILE_KIND ${LANG_ENGLISH} "Sổ Sáng Kiến file"
LangString KEPT ${LANG_VIETNAMESE} "Đã gỡ chương trình. Sổ và khóa vẫn còn nguyên trong:$\r$\n$LOCALAPPDATA\SoSangKien$\r$\n$\r$\nCài lại là mở được ngay. Nếu không cần nữa, tự xóa thư mục này."
LangString KEPT ${LANG_ENGLISH} "The program was removed. Book and keys are still in:$\r$\n$LOCALAPPDATA\SoSangKien$\r$\n$\r$\nInstalling again opens them. Delete that folder yourself when it is not needed any more."

; A program that runs holds its own file: it cannot be opened for writing then.
!macro IS_OPEN FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $R8 "${FILE}" a
    ${If} ${Errors}
      StrCpy $R9 "open"
    ${Else}
      FileClose $R8
    ${EndIf}
  ${EndIf}
!macroend

!macro WAIT_UNTIL_CLOSED_IN FUNCTION
Function ${FUNCTION}
  ${Do}
    StrCpy $R9 ""
    !insertmacro IS_OPEN "$INSTDIR\${WINDOW}"
    !insertmacro IS_OPEN "$INSTDIR\${CONSOLE}"
    ${If} $R9 == ""
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY +3
      SetErrorLevel 2
      Quit
  ${Loop}
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED_IN "WaitUntilClosed"
!insertmacro WAIT_UNTIL_CLOSED_IN "un.WaitUntilClosed"

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD_WINDOWS)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(NEWER)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
  ; Vietnamese, whatever Windows speaks; English with /LANG=en.
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  ${GetParameters} $0
  ${GetOptions} $0 "/LANG=" $1
  ${If} $1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
FunctionEnd

; The earlier version steps aside and comes back when the new one cannot be written whole: nothing
; of it is mixed with the new one, and no file of it stays in _internal.
Section
  SetOutPath "$INSTDIR"
  Call WaitUntilClosed
  RMDir /r "$INSTDIR\earlier"
  CreateDirectory "$INSTDIR\earlier"
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\_internal\*"
    Rename "$INSTDIR\_internal" "$INSTDIR\earlier\_internal"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
    Rename "$INSTDIR\${CONSOLE}" "$INSTDIR\earlier\${CONSOLE}"
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${WINDOW}"
    Rename "$INSTDIR\${WINDOW}" "$INSTDIR\earlier\${WINDOW}"
  ${EndIf}
  ${IfNot} ${Errors}
    SetOverwrite try
    File /r "${FOLDER}\*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
  ${EndIf}
  ${If} ${Errors}
    ${If} ${FileExists} "$INSTDIR\earlier\_internal\*"
      RMDir /r "$INSTDIR\_internal"
      Rename "$INSTDIR\earlier\_internal" "$INSTDIR\_internal"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\earlier\${CONSOLE}"
      Delete "$INSTDIR\${CONSOLE}"
      Rename "$INSTDIR\earlier\${CONSOLE}" "$INSTDIR\${CONSOLE}"
    ${EndIf}
    ${If} ${FileExists} "$INSTDIR\earlier\${WINDOW}"
      Delete "$INSTDIR\${WINDOW}"
      Rename "$INSTDIR\earlier\${WINDOW}" "$INSTDIR\${WINDOW}"
    ${EndIf}
    MessageBox MB_OK|MB_ICONSTOP "$(NOT_WRITTEN)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR\earlier"
  File "/oname=$INSTDIR\so-sang-kien.ico" "${ICON}"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}" "" "$INSTDIR\so-sang-kien.ico"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${WINDOW}" "" "$INSTDIR\so-sang-kien.ico"

  ; .ssk is ours; .age and .zip stay what they are and get one more entry under "Open with".
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(FILE_KIND)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\so-sang-kien.ico"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "Software\Classes\.ssk" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.ssk\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\.age\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\.zip\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\Applications\${WINDOW}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "Software\Classes\Applications\${WINDOW}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\so-sang-kien.ico"
  WriteRegStr HKCU "${KEY}" "Publisher" "So Sang Kien"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "Language" "$LANGUAGE"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  ReadRegStr $0 HKCU "${KEY}" "Language"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
FunctionEnd

; Only what the installer put there goes: a folder chosen by hand may hold other things.
Section "Uninstall"
  Call un.WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\earlier"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\so-sang-kien.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "Software\Classes\.ssk"
  DeleteRegValue HKCU "Software\Classes\.age\OpenWithProgids" "${KIND}"
  DeleteRegValue HKCU "Software\Classes\.zip\OpenWithProgids" "${KIND}"
  DeleteRegKey HKCU "Software\Classes\Applications\${WINDOW}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  MessageBox MB_OK|MB_ICONINFORMATION "$(KEPT)" /SD IDOK
SectionEnd
