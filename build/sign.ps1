# Signs files on Windows with the certificate that the environment names; without one it does
# nothing and says so. Not tried yet. What it needs is in docs/releasing.md.
param([Parameter(Mandatory)][string[]]$Files)
$ErrorActionPreference = "Stop"
if (-not $env:SIGNING_THUMBPRINT) {
    Write-Output "sign: no certificate is named, so nothing is signed"
    exit 0
}
$tool = Get-ChildItem "${env:ProgramFiles(x86)}\Windows Kits\10\bin\*\x64\signtool.exe" |
    Sort-Object FullName | Select-Object -Last 1
& $tool.FullName sign /sha1 $env:SIGNING_THUMBPRINT /fd sha256 /tr $env:SIGNING_TIMESTAMP /td sha256 $Files
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& $tool.FullName verify /pa $Files
exit $LASTEXITCODE
