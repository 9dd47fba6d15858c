# Writes the corpus in C, compiles it with a compiler of C as C99 with all warnings as errors, and compares what the functions give
# with nabla's values, to the last bit.
#
#   cmake -DSETUP=<setup.cmake> -DSCRATCH=<path that names of files begin with> -P run.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")

find_program(cc NAMES cc gcc clang clang-19 clang-16 NO_CACHE)
if(NOT cc)
  message(STATUS "SKIPPED: no compiler of C on this machine")
  return()
endif()
# No sum is contracted with a product, here or there.
set(exactly -O1 -ffp-contract=off)
set(folder "${CMAKE_CURRENT_LIST_DIR}")
execute_process(COMMAND ${COMPILE} "${folder}/functions.cpp" -o "${SCRATCH}_functions" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${SCRATCH}_functions" OUTPUT_FILE "${SCRATCH}_functions.c" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${cc}" -std=c99 ${exactly} -Wall -Wextra -Wpedantic -Werror -c "${SCRATCH}_functions.c" -o "${SCRATCH}_functions.o"
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${COMPILE} ${exactly} "${folder}/compare.cpp" "${SCRATCH}_functions.o" -o "${SCRATCH}_compare" -lm
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${SCRATCH}_compare" RESULT_VARIABLE wrong OUTPUT_VARIABLE output)
message(NOTICE "${output}")
if(wrong)
  message(FATAL_ERROR "Functions in C give other values.")
endif()
