# Renders graphs by Graphviz and counts in the picture what was counted by hand.
#
#   cmake -DSETUP=<setup.cmake> -DSCRATCH=<path that names of files begin with> -P run.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")

find_program(dot dot NO_CACHE)
if(NOT dot)
  message(STATUS "SKIPPED: no graphviz on this machine")
  return()
endif()
execute_process(COMMAND ${COMPILE} "${CMAKE_CURRENT_LIST_DIR}/write.cpp" -o "${SCRATCH}_write" COMMAND_ERROR_IS_FATAL ANY)

# expect(<graph> <nodes> <edges> <label>...): as many in the picture, and these labels there.
function(expect graph nodes edges)
  execute_process(COMMAND "${SCRATCH}_write" ${graph} OUTPUT_FILE "${SCRATCH}_${graph}.dot" COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND "${dot}" -Tsvg "${SCRATCH}_${graph}.dot" OUTPUT_VARIABLE svg COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "class=\"node\"" found_nodes "${svg}")
  string(REGEX MATCHALL "class=\"edge\"" found_edges "${svg}")
  # A semicolon or a backslash in a label, "&#45;" for a minus, would split or join elements of a list.
  string(REPLACE ";" "" svg "${svg}")
  string(REPLACE "\\" "/" svg "${svg}")
  list(LENGTH found_nodes node_count)
  list(LENGTH found_edges edge_count)
  if(NOT node_count EQUAL nodes OR NOT edge_count EQUAL edges)
    message(FATAL_ERROR "${graph}: ${node_count} nodes and ${edge_count} edges instead of ${nodes} and ${edges}")
  endif()
  foreach(label IN LISTS ARGN)
    string(FIND "${svg}" ">${label}</text>" at)
    if(at EQUAL -1)
      message(FATAL_ERROR "${graph}: no label ${label}")
    endif()
  endforeach()
endfunction()

# x, x*x, sin(x), x*x*sin(x), y, x/y, +, -
expect(f 8 11 x y sin + "&#45" / *)
# 3*x^2: 3, x, 2, x^2, *
expect(d 5 4 x 3 2 ^ *)
# x, 1, x < 1, 2, x^2, a, -a, select
expect(c 8 8 select "a &quotb&quot /" "&lt" "&#45" 1 2)
expect(n 1 0 "1/3")
# The partials are the other variable each.
expect(g 4 2 x y "result 0" "result 1")
# 2*x and 3, and zeros that are not drawn.
expect(j 6 4 x 2 3 * "result 0" "result 3")
expect(t 4 3 "x[0]" "x[1]" sin *)
