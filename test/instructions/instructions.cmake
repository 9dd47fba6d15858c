# Counts the instructions of nabla's Rosenbrock function and of the one written by hand, both compiled at -O2. Counts,
# unlike times, are the same on every run. Fails if nabla's needs more.
#
#   cmake -DSETUP=<setup.cmake> -DPROGRAM=<program to make> -P instructions.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
set(calls 1000)   # as in main.cpp

find_program(valgrind valgrind NO_CACHE)
if(NOT valgrind)
  message(STATUS "SKIPPED: no valgrind on this machine")
  return()
endif()
execute_process(COMMAND ${COMPILE} -O2 nabla.cpp hand.cpp main.cpp -o "${PROGRAM}"
                WORKING_DIRECTORY "${CMAKE_CURRENT_LIST_DIR}" COMMAND_ERROR_IS_FATAL ANY)
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
count(rosenbrock_nabla nabla)
count(rosenbrock_hand hand)
math(EXPR percent "100 * ${nabla} / ${hand}")
message(STATUS "Instructions of one call: nabla ${nabla}, by hand ${hand}; ${percent} %")
if(nabla GREATER hand)
  message(FATAL_ERROR "nabla's function needs more instructions than the one written by hand.")
endif()
