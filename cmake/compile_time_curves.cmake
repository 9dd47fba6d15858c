# What nabla costs to compile, against the size of the formula: the value and the whole gradient of the Rosenbrock chain of n variables,
# as a named formula and as a traced function, whose loop few iterations tell, and of a traced function in which nothing repeats, by GCC and by Clang
# (those found), beside the same operations written out in plain C++, and beside including nabla alone. Prints the table and draws it, in build/compile_time_curves.
#
#   cmake -P cmake/compile_time_curves.cmake
#   cmake -D NABLA_CURVES_NAMED="8 16" -D NABLA_CURVES_TRACED="16 64" -D NABLA_CURVES_IRREGULAR="16" -P cmake/compile_time_curves.cmake        other sizes
#   cmake -D NABLA_CURVES_RUNS=5 -D NABLA_CURVES_FLAGS="-O3" -P cmake/compile_time_curves.cmake
#   cmake -D NABLA_CURVES_COMPILERS="g++-13 clang++-16" -P cmake/compile_time_curves.cmake
#
# Each figure is the least of some runs, which alternate between nabla's code and the written-out code behind
# the include: processor time (user and
# system) of the compiler and what it starts, and its peak memory. How much a busy machine disturbs them shows in the cost of the
# include, which is measured again at the end. Neither depends on the tests, nor they on it.
cmake_minimum_required(VERSION 3.24)
include("${CMAKE_CURRENT_LIST_DIR}/packages.cmake")

function(option_list name default)
  if(NOT DEFINED ${name})
    set(${name} "${default}")
  endif()
  separate_arguments(items UNIX_COMMAND "${${name}}")
  set(${name} ${items} PARENT_SCOPE)
endfunction()
option_list(NABLA_CURVES_NAMED "8 16 32 64")
option_list(NABLA_CURVES_TRACED "16 64 256 670")
option_list(NABLA_CURVES_IRREGULAR "16 64 256")
option_list(NABLA_CURVES_RUNS 3)
option_list(NABLA_CURVES_FLAGS -O2)

need(g++ PROGRAM g++ clang++)
need(libboost-dev FILE include/boost/hana.hpp)
need(gnuplot-nox PROGRAM gnuplot)
need(mawk PROGRAM awk)
install_missing("and run this again.")
find_program(gnuplot gnuplot NO_CACHE REQUIRED)
find_program(awk awk NO_CACHE REQUIRED)

# The newest Clang, as the one without a number may be too old.
if(NOT DEFINED NABLA_CURVES_COMPILERS)
  find_program(gcc g++ NO_CACHE)
  foreach(version RANGE 30 16)
    list(APPEND clangs clang++-${version})
  endforeach()
  find_program(clang NAMES ${clangs} clang++ NO_CACHE)
  set(NABLA_CURVES_COMPILERS "")
  foreach(compiler IN ITEMS "${gcc}" "${clang}")
    if(compiler)
      string(APPEND NABLA_CURVES_COMPILERS " ${compiler}")
    endif()
  endforeach()
endif()
option_list(NABLA_CURVES_COMPILERS "")

set(sources "${root}/test/compile_time/curves")
set(out "${root}/build/compile_time_curves")
set(csv "${out}/compile_time_curves.csv")
file(REMOVE_RECURSE "${out}")
file(MAKE_DIRECTORY "${out}")
file(WRITE "${out}/empty.cpp" "")
file(WRITE "${csv}" "compiler,form,n,nodes,nabla s,nabla MB,written-out s,written-out MB,with include s,with include MB\n")

# measure_pair(<result> <first> <second> <command>...): seconds and MB of both sources; empty where one does not compile.
function(measure_pair result first second)
  execute_process(COMMAND "${out}/measure" ${NABLA_CURVES_RUNS} "${first}" "${second}" ${ARGN} -c -o /dev/null
                  OUTPUT_VARIABLE output RESULT_VARIABLE failed)
  set(${result} "" PARENT_SCOPE)
  if(NOT failed AND output MATCHES "([0-9.]+) ([0-9]+) ([0-9.]+) ([0-9]+)")
    set(${result} "${CMAKE_MATCH_1},${CMAKE_MATCH_2},${CMAKE_MATCH_3},${CMAKE_MATCH_4}" PARENT_SCOPE)
  endif()
endfunction()

# What CMakeLists.txt hands to those who use the target nabla::nabla, and the name of a compiler.
function(describe compiler)
  execute_process(COMMAND "${compiler}" --version OUTPUT_VARIABLE version RESULT_VARIABLE failed)
  execute_process(COMMAND "${compiler}" -dumpversion OUTPUT_VARIABLE number OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(failed)
    message(FATAL_ERROR "${compiler} does not run.")
  endif()
  string(REGEX MATCH "^[0-9]+" number "${number}")
  if(version MATCHES "clang")
    set(name "Clang ${number}")
    set(limit -fconstexpr-steps=2000000000)
  else()
    set(name "GCC ${number}")
    set(limit -fconstexpr-ops-limit=2000000000)
  endif()
  set(name "${name}" PARENT_SCOPE)
  set(compile "${compiler}" -std=c++20 "-I${root}/include" ${limit} PARENT_SCOPE)
endfunction()

list(GET NABLA_CURVES_COMPILERS 0 first_compiler)
describe("${first_compiler}")
set(build ${compile} -O0)
run("Building the measurement" ${build} "${root}/test/compile_time/measure.cpp" -o "${out}/measure")

# The written-out code, and the number of nodes, of each form and size.
foreach(form IN ITEMS named traced irregular)
  string(TOUPPER "${form}" FORM)
  set(checked FALSE)
  foreach(n IN LISTS NABLA_CURVES_${FORM})
    message(STATUS "Writing out the ${form} chain of ${n} variables")
    set(written "${out}/${form}_${n}.cpp")
    set(what -DCHAIN_FORM=${form}_chain -DCHAIN_LENGTH=${n})
    run("Building the generator" ${build} ${what} "${sources}/generate.cpp" -o "${out}/generate")
    execute_process(COMMAND "${out}/generate" "${written}" OUTPUT_VARIABLE nodes OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR "The generator failed (${failed})")
    endif()
    set(nodes_${form}_${n} ${nodes})
    if(NOT checked)  # the smallest will do: the others come from the same few lines
      run("Building the check" ${build} -ffp-contract=off ${what} "-DWRITTEN_OUT=\"${written}\"" "${sources}/check.cpp"
          "${sources}/nabla.cpp" -o "${out}/check")
      run("Checking that the written-out code computes what nabla does" "${out}/check")
      set(checked TRUE)
    endif()
  endforeach()
endforeach()
file(REMOVE "${out}/generate" "${out}/check")

foreach(compiler IN LISTS NABLA_CURVES_COMPILERS)
  describe("${compiler}")
  set(include "${sources}/include.cpp" "${out}/empty.cpp" ${compile} ${NABLA_CURVES_FLAGS})
  message(STATUS "${name}: the include alone")
  measure_pair(figures ${include})
  file(APPEND "${csv}" "${name},include,0,0,${figures}\n")
  foreach(form IN ITEMS named traced irregular)
    string(TOUPPER "${form}" FORM)
    foreach(n IN LISTS NABLA_CURVES_${FORM})
      message(STATUS "${name}: ${form}, ${n} variables")
      set(written "${out}/${form}_${n}.cpp")
      file(WRITE "${out}/with_include.cpp" "#include <nabla/nabla.hpp>\n#include \"${written}\"\n")
      measure_pair(figures "${sources}/nabla.cpp" "${out}/with_include.cpp" ${compile} ${NABLA_CURVES_FLAGS}
                   -DCHAIN_FORM=${form}_chain -DCHAIN_LENGTH=${n})
      measure_pair(alone "${written}" "${out}/empty.cpp" ${compile} ${NABLA_CURVES_FLAGS})
      if(figures AND alone)
        string(REGEX MATCH "^[^,]+,[^,]+" nabla "${figures}")
        string(REGEX MATCH "[^,]+,[^,]+$" with_include "${figures}")
        string(REGEX MATCH "^[^,]+,[^,]+" alone "${alone}")
        file(APPEND "${csv}" "${name},${form},${n},${nodes_${form}_${n}},${nabla},${alone},${with_include}\n")
      else()
        message(WARNING "${name} did not compile the ${form} chain of ${n} variables; it is not in the table.")
      endif()
    endforeach()
  endforeach()
  measure_pair(figures ${include})
  file(APPEND "${csv}" "${name},include again,0,0,${figures}\n")
endforeach()

list(JOIN NABLA_CURVES_FLAGS " " flags)
execute_process(COMMAND "${awk}" -v runs=${NABLA_CURVES_RUNS} "-vflags=${flags}" -f "${sources}/table.awk" "${csv}"
                OUTPUT_FILE "${out}/compile_time_curves.txt" RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "Making the table failed (${failed})")
endif()
run("Drawing" "${gnuplot}" -e "folder='${out}'" -e "flags='${flags}'" "${sources}/draw.gnuplot")
file(READ "${out}/compile_time_curves.txt" table)
message(NOTICE "${table}")
foreach(file IN ITEMS txt csv svg)
  message(STATUS "Written: ${out}/compile_time_curves.${file}")
endforeach()
