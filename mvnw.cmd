@echo off
rem Runs the Maven pinned in .mvn\wrapper\maven-wrapper.properties, fetching it the first time.
setlocal
set "WRAPPER=%~dp0.mvn\wrapper"
for /f "usebackq eol=# tokens=1,2 delims==" %%a in ("%WRAPPER%\maven-wrapper.properties") do set "%%a=%%b"
if "%MAVEN_USER_HOME%"=="" set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "PINNED=%MAVEN_USER_HOME%\wrapper\dists\apache-maven-%mavenVersion%\%mavenSha512:~0,16%"
if not exist "%PINNED%\bin\mvn.cmd" (
  powershell -NoProfile -ExecutionPolicy Bypass -File "%WRAPPER%\install.ps1" -Version "%mavenVersion%" -Sha512 "%mavenSha512%" -Target "%PINNED%" || exit /b 1
)
call "%PINNED%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%
