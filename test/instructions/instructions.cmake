# Counts the instructions of nabla's functions and of those written by hand, both compiled at -O2. Counts, unlike times, are the same on
# every run. Fails if nabla's need more than so many per cent.
#
#   cmake -DSETUP=<setup.cmake> -DPROGRAM=<program to make> -DFOLDER=. -DFUNCTIONS=rosenbrock -DLIMIT=100 -P instructions.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
set(calls 1000)   # as in main.cpp

find_program(valgrind valgrind NO_CACHE)
if(NOT valgrind)
  message(STATUS "SKIPPED: no valgrind on this machine")
  return()
endif()
set(limits "")
if(COMPILER STREQUAL "clang")
  set(limits -fconstexpr-steps=2000000000)
endif()
execute_process(COMMAND ${COMPILE} ${limits} -O2 nabla.cpp hand.cpp main.cpp -o "${PROGRAM}"
                WORKING_DIRECTORY "${CMAKE_CURRENT_LIST_DIR}/${FOLDER}" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${PROGRAM}" RESULT_VARIABLE differ)
if(differ)
  message(FATAL_ERROR "The two functions disagree.")
endif()

function(count function result)
  execute_process(COMMAND "${valgrind}" --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect=${function}
                          "${PROGRAM}"
                  ERROR_VARIABLE output RESULT_VARIABLE failed)
  if(failed OR NOT output MATCHES "Collected : ([0-9]+)" OR CMAKE_MATCH_1 LESS calls)
    message(NOTICE "${output}")
    message(FATAL_ERROR "callgrind did not count ${function}")
  endif()
  math(EXPR each "${CMAKE_MATCH_1} / ${calls}")
  set(${result} ${each} PARENT_SCOPE)
endfunction()
string(REPLACE "," ";" functions "${FUNCTIONS}")
foreach(function IN LISTS functions)
  count(${function}_nabla nabla)
  count(${function}_hand hand)
  math(EXPR percent "100 * ${nabla} / ${hand}")
  message(STATUS "Instructions of one call of ${function}: nabla ${nabla}, by hand ${hand}; ${percent} %")
  math(EXPR limit "${hand} * ${LIMIT}")
  math(EXPR needed "100 * ${nabla}")
  if(needed GREATER limit)
    message(FATAL_ERROR "nabla's function needs more than ${LIMIT} % of the instructions of the one written by hand.")
  endif()
endforeach()
