# One compile-fail test. A file is compiled twice: as it is, when it must compile without a warning, and with
# -DEXPECT_ERROR, when it must not compile, and the first error must contain the words that the file names:
#
#     // error: no value is bound to the variable "y"
#     // error(gcc): ...       instead of `error`, for one compiler (gcc or clang) where the two word it differently
#     // lines(clang): 34      at most so many lines of diagnostics from one compiler, or `lines:` from both; else 20. After
#                             the number the reason, where it is more than 20
#
#   cmake -DSETUP=<setup.cmake> -DFILE=<file> [-DHEADER=<nabla/...> -DPRECOMPILED=<as for precompile.cmake>] -P run.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
include("${CMAKE_CURRENT_LIST_DIR}/common.cmake")
set(ENV{LC_ALL} C)   # plain quotes in GCC's messages
set(compile ${COMPILE} -fsyntax-only -fdiagnostics-color=never "${FILE}")
file(READ "${FILE}" text)

# What is precompiled is put before, and only what the file begins with itself, so that it says as before what it needs.
first_header("${FILE}" header)
if(PRECOMPILED AND header STREQUAL HEADER)
  if(COMPILER STREQUAL "gcc")
    list(APPEND compile -include "${PRECOMPILED}.hpp")
  else()
    list(APPEND compile -include-pch "${PRECOMPILED}.pch")
  endif()
endif()

function(diagnostics result output)
  execute_process(COMMAND ${compile} ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
  set(${result} ${failed} PARENT_SCOPE)
  set(${output} "${said}" PARENT_SCOPE)
endfunction()

# What the file says behind a word, for this compiler or else for both. Each match stands alone: a second one in the same if(), tried
# although the first succeeded, would leave CMAKE_MATCH_1 empty.
function(told word pattern result)
  set(${result} "" PARENT_SCOPE)
  if(text MATCHES "// ${word}\\(${COMPILER}\\): *(${pattern})")
    set(${result} "${CMAKE_MATCH_1}" PARENT_SCOPE)
  elseif(text MATCHES "// ${word}: *(${pattern})")
    set(${result} "${CMAKE_MATCH_1}" PARENT_SCOPE)
  endif()
endfunction()

told(error "[^\n]+" words)
if(words STREQUAL "")
  message(FATAL_ERROR "${FILE} says no words to expect: a line \"// error: ...\"")
endif()

diagnostics(failed output ${control_flags})
if(failed)
  message(NOTICE "${output}")
  message(FATAL_ERROR "The control does not compile: ${FILE}")
endif()

diagnostics(failed output ${mistake_flags})
if(NOT failed)
  message(FATAL_ERROR "The mistake compiles: ${FILE}")
endif()
string(REGEX MATCH "[^\n]*error:[^\n]*" first "${output}")
string(FIND "${first}" "${words}" found)
if(found EQUAL -1)
  message(NOTICE "expected: ${words}\nfirst:    ${first}\n\n${output}")
  message(FATAL_ERROR "The first error does not say what it should: ${FILE}")
endif()

told(lines "[0-9]+" allowed)
if(allowed STREQUAL "")
  set(allowed 20)
endif()
string(REGEX REPLACE "[^\n]" "" newlines "${output}")
string(LENGTH "${newlines}" lines)
if(lines GREATER allowed)
  message(NOTICE "${output}")
  message(FATAL_ERROR "There are ${lines} lines of diagnostics, more than the ${allowed} allowed: ${FILE}")
endif()
