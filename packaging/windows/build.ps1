# Builds everything for Windows on a Windows machine with Python 3.11 or newer and NSIS 3:
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
# Left in dist: the wheel, the portable ZIP, the installer.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Step([string]$Program, [string[]]$Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments -> $LASTEXITCODE" }
}

Invoke-Step "python" @("packaging\build.py")
Invoke-Step "python" @("packaging\check_build.py")
Invoke-Step "python" @("packaging\archives.py", "portable")

$version = (& python "packaging\build.py" "--say-version").Trim()
$makensis = (Get-Command makensis -ErrorAction SilentlyContinue).Source
if (-not $makensis) { $makensis = "${env:ProgramFiles(x86)}\NSIS\makensis.exe" }
Invoke-Step $makensis @(
    "-V2", "-WX", "-INPUTCHARSET", "UTF8",
    "-DVERSION=$version",
    "-DFOLDER=$PWD\build\package\so-sang-kien",
    "-DICON=$PWD\build\package\icons\so-sang-kien.ico",
    "-DOUT=$PWD\dist\so-sang-kien-$version-windows-x64-setup.exe",
    "packaging\windows\installer.nsi"
)

# The installer as a person without rights would run it, silently, then away again.
$place = Join-Path $env:TEMP "ssk-try"
$setup = "$PWD\dist\so-sang-kien-$version-windows-x64-setup.exe"
$done = Start-Process -Wait -PassThru $setup -ArgumentList "/S", "/D=$place"
if ($done.ExitCode -ne 0) { throw "setup -> $($done.ExitCode)" }
Invoke-Step "python" @("packaging\check_build.py", $place)
Start-Process -Wait "$place\uninstall.exe" -ArgumentList "/S", "_?=$place"
if (Test-Path "$place\_internal") { throw "uninstall left _internal" }
