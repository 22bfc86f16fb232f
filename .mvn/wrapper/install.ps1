# Fetches the pinned Maven on Windows; called by mvnw.cmd with the version, its SHA-512 and the target folder.
param([string] $Version, [string] $Sha512, [string] $Target)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$name = "apache-maven-$Version"
$parent = Split-Path -Parent $Target
$work = Join-Path $parent ('.new.' + [guid]::NewGuid().ToString('N'))
New-Item -ItemType Directory -Force -Path $work | Out-Null
try {
    $archive = Join-Path $work "$name-bin.tar.gz"
    $mvn = Get-Command mvn -ErrorAction SilentlyContinue
    if ($mvn) {
        Write-Host "mvnw: fetching Maven $Version through $($mvn.Source)"
        Push-Location $work
        & $mvn.Source --batch-mode --quiet dependency:copy "-Dartifact=org.apache.maven:apache-maven:${Version}:tar.gz:bin" "-DoutputDirectory=$work"
        $status = $LASTEXITCODE
        Pop-Location
        if ($status -ne 0) { throw 'the installed Maven could not fetch it' }
    } else {
        $url = "https://archive.apache.org/dist/maven/maven-3/$Version/binaries/$name-bin.tar.gz"
        Write-Host "mvnw: fetching $url"
        Invoke-WebRequest -UseBasicParsing -Uri $url -OutFile $archive
    }
    $actual = (Get-FileHash -Algorithm SHA512 -Path $archive).Hash.ToLowerInvariant()
    if ($actual -ne $Sha512) { throw "Maven $Version does not have the pinned SHA-512: expected $Sha512, was $actual" }
    & tar.exe -xzf $archive -C $work
    if ($LASTEXITCODE -ne 0) { throw "$archive could not be unpacked" }
    if (-not (Test-Path $Target)) { Move-Item -Path (Join-Path $work $name) -Destination $Target }
} catch {
    [Console]::Error.WriteLine("mvnw: error: $($_.Exception.Message)")
    exit 1
} finally {
    Remove-Item -Recurse -Force -Path $work -ErrorAction SilentlyContinue
}
