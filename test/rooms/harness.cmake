# Proves rooms.cmake: small trees, one that keeps the rules and others that each break one.
cmake_minimum_required(VERSION 3.24)
function(header path)
  set(text "#pragma once\n")
  foreach(target IN LISTS ARGN)
    string(APPEND text "#include ${target}\n")
  endforeach()
  file(WRITE "${SCRATCH}/nabla/${path}" "${text}")
endfunction()

function(sound_tree)
  file(REMOVE_RECURSE "${SCRATCH}")
  header(config.hpp)
  header(detail/list.hpp <nabla/config.hpp> <tuple>)
  header(formula/symbol.hpp <nabla/detail/list.hpp>)
  header(formula/apply.hpp <nabla/formula/symbol.hpp>)
  header(calculus/derivative.hpp <nabla/formula/apply.hpp>)
  header(print/text.hpp <nabla/calculus/derivative.hpp>)
  header(numeric/difference.hpp <nabla/detail/list.hpp>)
  header(matrix/shape.hpp <nabla/formula/apply.hpp> <Eigen/Core>)
  header(matrix.hpp <nabla/matrix/shape.hpp>)
  header(adapt/eigen.hpp <nabla/nabla.hpp> <nabla/matrix.hpp>)
  header(nabla.hpp <nabla/print/text.hpp> <nabla/numeric/difference.hpp>)
endfunction()

# expect(<words>): rooms.cmake refuses the tree as it now stands, in these words; without words it accepts it.
function(expect)
  execute_process(COMMAND "${CMAKE_COMMAND}" "-DINCLUDE_DIR=${SCRATCH}" -P "${CMAKE_CURRENT_LIST_DIR}/rooms.cmake"
                  RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT ARGN AND failed)
    message(NOTICE "${output}")
    message(FATAL_ERROR "rooms.cmake refuses a sound tree.")
  elseif(ARGN)
    string(FIND "${output}" "${ARGV0}" found)
    if(NOT failed OR found EQUAL -1)
      message(NOTICE "${output}")
      message(FATAL_ERROR "rooms.cmake should have refused this tree, saying: ${ARGV0}")
    endif()
  endif()
endfunction()

sound_tree()
expect()

sound_tree()
header(detail/list.hpp <nabla/formula/symbol.hpp>)
expect("detail/list.hpp includes <nabla/formula/symbol.hpp>: detail may not include formula")

sound_tree()
header(calculus/derivative.hpp "\ <nabla/print/text.hpp>" <nabla/formula/apply.hpp>)
expect("calculus includes, by way of other rooms, itself")

sound_tree()
header(numeric/difference.hpp <nabla/formula/symbol.hpp>)
expect("numeric may include only detail")

sound_tree()
header(calculus/derivative.hpp <nabla/numeric/difference.hpp> <nabla/formula/apply.hpp>)
expect("only adapt builds on numeric")

sound_tree()
header(formula/forgotten.hpp)
expect("nabla.hpp does not reach formula/forgotten.hpp")

sound_tree()
header(print/text.hpp <nabla/calculus/derivative.hpp> <nabla/matrix/shape.hpp>)
expect("print may not include matrix")

sound_tree()
header(nabla.hpp <nabla/print/text.hpp> <nabla/numeric/difference.hpp> <nabla/matrix.hpp>)
expect("nabla.hpp reaches matrix.hpp, which is not for everybody to include")

sound_tree()
header(rules/special/bessel.hpp <nabla/formula/apply.hpp>)
expect()
header(nabla.hpp <nabla/print/text.hpp> <nabla/numeric/difference.hpp> <nabla/rules/special/bessel.hpp>)
expect("nabla.hpp reaches rules/special/bessel.hpp, which is not for everybody to include")

sound_tree()
header(print/text.hpp <nabla/calculus/derivative.hpp> "\"symbol.hpp\"")
expect("print/text.hpp includes \"symbol.hpp\"")

sound_tree()
header(print/text.hpp <nabla/calculus/derivative.hpp> <nabla/print/lost.hpp>)
expect("which does not exist")

sound_tree()
header(attic/old.hpp)
expect("has no place in the order of the rooms")
