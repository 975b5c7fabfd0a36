# Makes an installer for Windows (.msi) in target\packages from this checkout. See installer\README.md.
#
#   powershell -ExecutionPolicy Bypass -File installer\windows.ps1 [-Image]
#
# -Image takes target\lockstep as it is, instead of building it.
# VERSION=1.2.3 in the environment builds under another version than that of pom.xml.
param([switch] $Image)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Stop-With([string] $message) {
    [Console]::Error.WriteLine("windows.ps1: $message")
    exit 1
}

# Find-Program NAME: its path, looked for in the folders of the JDK first
function Find-Program([string] $name) {
    foreach ($jdk in $env:JAVA25_HOME, $env:JAVA_HOME) {
        if ($jdk -and (Test-Path (Join-Path $jdk "bin\$name.exe"))) { return Join-Path $jdk "bin\$name.exe" }
    }
    $found = Get-Command $name -ErrorAction SilentlyContinue
    if ($found) { return $found.Source }
    return $null
}

$jpackage = Find-Program 'jpackage'
if (-not $jpackage) { Stop-With 'jpackage is missing: install a JDK 25 and name its folder in JAVA25_HOME.' }
if (-not $Image -and -not (Get-Command mvn -ErrorAction SilentlyContinue)) { Stop-With 'Maven is missing: install it.' }
if (-not (Get-Command wix, light -ErrorAction SilentlyContinue) -and -not (Test-Path "${env:ProgramFiles(x86)}\WiX Toolset*\bin\light.exe")) {
    Stop-With 'WiX is missing: install it, for example by "dotnet tool install --global wix".'
}
if (-not (Test-Path icons\lockstep.ico)) { Stop-With 'icons\lockstep.ico is missing: icons\make.sh makes it.' }

if (-not $Image) {
    $arguments = '-B', '-q', '-Pimage', 'package', '-DskipTests'
    if ($env:VERSION) { $arguments += "-Drevision=$env:VERSION" }
    & mvn @arguments
    if ($LASTEXITCODE -ne 0) { Stop-With 'Maven failed.' }
}
if (-not (Test-Path target\lockstep\bin\java.exe)) { Stop-With 'target\lockstep is missing: leave -Image out.' }
$version = ((& target\lockstep\bin\java.exe -m dev.lockstep/dev.lockstep.app.Main --version) -split ' ')[-1]
if ($env:VERSION -and $env:VERSION -ne $version) { Stop-With "target\lockstep is version $version, not $env:VERSION." }

$packages = Join-Path (Get-Location) 'target\packages'
$work = Join-Path (Get-Location) 'target\package-windows'
if (Test-Path $work) { Remove-Item -Recurse -Force $work }
New-Item -ItemType Directory -Force $packages, $work | Out-Null
# Windows compares three numbers, and nothing behind them
& $jpackage '@installer/jpackage.args' '@installer/windows/msi.args' --app-version ($version -replace '-.*') --dest $work
if ($LASTEXITCODE -ne 0) { Stop-With 'jpackage failed.' }
$made = @("lockstep-$version-windows-x86_64.msi")
Move-Item -Force (Get-ChildItem "$work\*.msi").FullName (Join-Path $packages $made[0])
Copy-Item target\lockstep\legal\THIRD-PARTY.txt (Join-Path $packages "lockstep-$version-THIRD-PARTY.txt")
$made += "lockstep-$version-THIRD-PARTY.txt"
if (Test-Path target\lockstep\legal\lockstep.cdx.json) {
    Copy-Item target\lockstep\legal\lockstep.cdx.json (Join-Path $packages "lockstep-$version.cdx.json")
    $made += "lockstep-$version.cdx.json"
}

$sums = foreach ($name in $made) {
    $sum = (Get-FileHash -Algorithm SHA256 (Join-Path $packages $name)).Hash.ToLower()
    Write-Host ('{0,-45} {1,10} bytes  sha256 {2}' -f $name, (Get-Item (Join-Path $packages $name)).Length, $sum)
    "$sum  $name"
}
[IO.File]::WriteAllText((Join-Path $packages 'SHA256SUMS'), ($sums -join "`n") + "`n")
