@echo off
rem parindex @VERSION@: tim Python 3.11 tro len da co tren may, roi mo danh sach viec.
rem Khong can mang, khong can quyen quan tri. Cach dung: HUONG-DAN.txt
rem Tep nay chi co chu ASCII: moi cua so lenh deu hien dung.
setlocal EnableExtensions DisableDelayedExpansion
set "PI_HERE=%~dp0"
set "PI_RUN="
set "PI_CODE="
set "errorlevel="
set "PYTHONHOME="
set "PYTHONPATH="
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "PYLAUNCHER_ALLOW_INSTALL="
if not exist "%PI_HERE%bo-cai\hop.py" goto nofolder

rem Duong dan tuong doi: ten thu muc co dau % hay ^ cung khong sao.
pushd "%PI_HERE%"
if defined PARINDEX_PYTHON call :try "%PARINDEX_PYTHON%"
for %%V in (3.14 3.13 3.12 3.11) do if not defined PI_RUN call :try py -%%V
if not defined PI_RUN call :try python
if not defined PI_RUN call :try python3
for %%V in (314 313 312 311) do if not defined PI_RUN call :place "%LOCALAPPDATA%\Programs\Python\Python%%V\python.exe"
for %%V in (314 313 312 311) do if not defined PI_RUN call :place "%ProgramFiles%\Python%%V\python.exe"
popd
if not defined PI_RUN goto nopython

%PI_RUN% "%PI_HERE%bo-cai\khoi-dong.py" %*
set "PI_CODE=%errorlevel%"
rem Mo bang nhay dup ma loi: giu cua so lai cho doc. 130 la nguoi dung tu dung.
if "%PI_CODE%"=="77" pause
if "%~1"=="" if not "%PI_CODE%"=="0" if not "%PI_CODE%"=="77" if not "%PI_CODE%"=="130" pause
exit /b %PI_CODE%

:place
if exist %1 call :try %1
exit /b 0

:try
rem Python that thi ket thuc voi ma 42; loi tat den Microsoft Store thi khong.
rem Qua mot cmd khac: "python" co khi la mot tep .bat, chay thang thi khong quay lai day.
cmd /d /s /c "%* bo-cai\hop.py" 2>nul
if "%errorlevel%"=="42" set PI_RUN=%*
exit /b 0

:nofolder
echo.
echo Khong thay thu muc bo-cai ben canh tep nay.
echo Neu dang mo trong tep zip: hay giai nen CA THU MUC ra dia roi mo lai.
echo.
pause
exit /b 77

:nopython
echo.
echo May nay chua co Python phu hop (64-bit, 3.11 den 3.14).
echo Cach cai cho rieng tai khoan cua minh, KHONG can quyen quan tri:
echo   1. Tren may co mang, vao python.org/downloads/windows, tai ban
echo      "Windows installer (64-bit)" cua Python 3.12 hoac 3.13.
echo   2. Chep sang may nay, mo tep vua tai, BO dau chon o dong
echo      "Use admin privileges when installing py.exe", roi bam "Install Now".
echo   3. Mo lai parindex.cmd.
echo Huong dan day du, co dau: tep CAI-PYTHON.txt
if exist "%PI_HERE%CAI-PYTHON.txt" start "" notepad.exe "%PI_HERE%CAI-PYTHON.txt"
echo.
pause
exit /b 77
