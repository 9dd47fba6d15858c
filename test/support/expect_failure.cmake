# For the tests that prove that a test can fail: the command must fail, and say EXPECTED when it does.
#
#   cmake -DEXPECTED=<text> -P expect_failure.cmake -- <command>...
cmake_minimum_required(VERSION 3.24)
set(command "")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE 5 ${last})
  list(APPEND command "${CMAKE_ARGV${i}}")
endforeach()
execute_process(COMMAND ${command} RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
# CMake wraps its messages: compare words, not lines.
string(REGEX REPLACE "[ \n]+" " " words "${output}")
string(FIND "${words}" "${EXPECTED}" found)
if(NOT failed OR found EQUAL -1)
  message(NOTICE "${output}")
endif()
if(NOT failed)
  message(FATAL_ERROR "This should have failed, and passed.")
elseif(found EQUAL -1)
  message(FATAL_ERROR "This failed as it should, but did not say: ${EXPECTED}")
endif()
