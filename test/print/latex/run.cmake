# Gives the corpus to LaTeX, where there is one; it is much to install, and not asked for.
#
#   cmake -DSETUP=<setup.cmake> -DSCRATCH=<path that names of files begin with> -P run.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")

find_program(latex NAMES pdflatex latex NO_CACHE)
if(NOT latex)
  message(STATUS "SKIPPED: no LaTeX on this machine")
  return()
endif()
execute_process(COMMAND ${COMPILE} "${CMAKE_CURRENT_LIST_DIR}/write.cpp" -o "${SCRATCH}_write" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${SCRATCH}_write" OUTPUT_FILE "${SCRATCH}_corpus.tex" COMMAND_ERROR_IS_FATAL ANY)
get_filename_component(folder "${SCRATCH}" DIRECTORY)
execute_process(COMMAND "${latex}" -interaction=nonstopmode -halt-on-error "${SCRATCH}_corpus.tex" WORKING_DIRECTORY "${folder}"
                RESULT_VARIABLE wrong OUTPUT_VARIABLE output)
if(wrong OR output MATCHES "\n! " OR NOT output MATCHES "Output written on")
  message(NOTICE "${output}")
  message(FATAL_ERROR "LaTeX does not take the text.")
endif()
