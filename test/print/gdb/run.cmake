# Shows formulas in GDB with include/nabla/adapt/gdb.py, which may run nothing of the program.
#
#   cmake -DSETUP=<setup.cmake> -DSCRATCH=<path that names of files begin with> -P run.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")

find_program(gdb gdb NO_CACHE)
if(NOT gdb)
  message(STATUS "SKIPPED: no gdb on this machine")
  return()
endif()
execute_process(COMMAND "${gdb}" -batch -nx -ex "python print('has python')" OUTPUT_VARIABLE output ERROR_QUIET)
if(NOT output MATCHES "has python")
  message(STATUS "SKIPPED: this gdb has no Python")
  return()
endif()

set(source "${CMAKE_CURRENT_LIST_DIR}/program.cpp")
file(READ "${source}" text)
string(FIND "${text}" "// here" at)
string(SUBSTRING "${text}" 0 ${at} text)
string(REGEX MATCHALL "\n" lines "${text}")
list(LENGTH lines line)
math(EXPR line "${line} + 1")

execute_process(COMMAND ${COMPILE} -O0 -g "${source}" -o "${SCRATCH}_program" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${gdb}" -batch -nx -iex "set auto-load off" -ex "set may-call-functions off" -ex "set print pretty off"
                        -ex "source ${CMAKE_CURRENT_LIST_DIR}/../../../include/nabla/adapt/gdb.py"
                        -ex "break ${line}" -ex run -ex "info locals" "${SCRATCH}_program"
                OUTPUT_VARIABLE output ERROR_VARIABLE errors)
if(NOT output MATCHES "Breakpoint 1, main")
  message(NOTICE "${output}\n${errors}")
  message(STATUS "SKIPPED: gdb cannot run a program here")
  return()
endif()
foreach(expected IN ITEMS
    "x = x"
    "y = \"odd\" name"
    "greek = α"
    "q = q[0..2]"
    "number = -1/3"
    "f = 2*x^2 - x/q[2]"
    "g = -x*q[0] + sin(x - (q[1] - 1))*(-3) + pi"
    "condition = x < q[0] && !(x >= 1)"
    "choice = select(x < q[0] && !(x >= 1), x, (-x)*2)"
    "slope = 4*x - 1/q[2]"
    "cube = cube(x)/2"
    "F = (x, q[0..2]) -> x*q[0]"
    "pair = (x) -> (x, x*x)"
    "tower = (x^q[0])^(x^(-1))"
    "other = 1.5")
  string(FIND "\n${output}\n" "\n${expected}\n" at)
  if(at EQUAL -1)
    message(NOTICE "${output}\n${errors}")
    message(FATAL_ERROR "GDB does not show: ${expected}")
  endif()
endforeach()
