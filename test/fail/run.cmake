# One compile-fail test. A file is compiled twice: as it is, when it must compile without a warning, and with
# -DEXPECT_ERROR, when it must not compile, and the first error must contain the words that the file names:
#
#     // error: no value is bound to the variable "y"
#     // error(gcc): ...       instead of `error`, for one compiler (gcc or clang) where the two word it differently
#     // lines(clang): 34      at most so many lines of diagnostics from one compiler, or `lines:` from both; else 20. After
#                             the number the reason, where it is more than 20
#
#   cmake -DSETUP=<setup.cmake> -DFILE=<file> -P run.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
set(ENV{LC_ALL} C)   # plain quotes in GCC's messages
set(compile ${COMPILE} -fsyntax-only -fdiagnostics-color=never "${FILE}")
file(READ "${FILE}" text)

function(diagnostics result output)
  execute_process(COMMAND ${compile} ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
  set(${result} ${failed} PARENT_SCOPE)
  set(${output} "${said}" PARENT_SCOPE)
endfunction()

if(NOT text MATCHES "// error\\(${COMPILER}\\): *([^\n]+)" AND NOT text MATCHES "// error: *([^\n]+)")
  message(FATAL_ERROR "${FILE} says no words to expect: a line \"// error: ...\"")
endif()
set(words "${CMAKE_MATCH_1}")

diagnostics(failed output -Wall -Wextra -Wpedantic -Werror)
if(failed)
  message(NOTICE "${output}")
  message(FATAL_ERROR "The control does not compile: ${FILE}")
endif()

# Warnings are silenced, so that what is first is the refusal and not an unused variable.
diagnostics(failed output -w -DEXPECT_ERROR)
if(NOT failed)
  message(FATAL_ERROR "The mistake compiles: ${FILE}")
endif()
string(REGEX MATCH "[^\n]*error:[^\n]*" first "${output}")
string(FIND "${first}" "${words}" found)
if(found EQUAL -1)
  message(NOTICE "expected: ${words}\nfirst:    ${first}\n\n${output}")
  message(FATAL_ERROR "The first error does not say what it should: ${FILE}")
endif()

set(allowed 20)
if(text MATCHES "// lines\\(${COMPILER}\\): *([0-9]+)" OR text MATCHES "// lines: *([0-9]+)")
  set(allowed ${CMAKE_MATCH_1})
endif()
string(REGEX REPLACE "[^\n]" "" newlines "${output}")
string(LENGTH "${newlines}" lines)
if(lines GREATER allowed)
  message(NOTICE "${output}")
  message(FATAL_ERROR "There are ${lines} lines of diagnostics, more than the ${allowed} allowed: ${FILE}")
endif()
