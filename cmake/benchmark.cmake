# The benchmarks of test/benchmark: installs what is missing, builds nabla's kernels and the peers' with the same flags, checks
# that all agree, counts instructions, takes times, prints the table of ratios to hand-written code, and draws it.
#
#   cmake -P cmake/benchmark.cmake
#   cmake -D NABLA_BENCHMARK_FLAGS="-O3 -DNDEBUG -march=x86-64-v3" -P cmake/benchmark.cmake        other flags, for all peers alike
#   cmake -D NABLA_BENCHMARK_REPETITIONS=100 -P cmake/benchmark.cmake
#   cmake -D NABLA_BENCHMARK_LARGE=OFF -P cmake/benchmark.cmake            without nabla's large kernels, which take long to compile
#   cmake -D "NABLA_BENCHMARK_WORKLOADS=training;network" -P cmake/benchmark.cmake     these folders of test/benchmark only
#
# Times: processor time by Google Benchmark, one workload after the other; the repetitions of its peers are interleaved at random, and the
# least of each is taken, which a busy machine disturbs least. Each kernel is called through a pointer; inputs come from memory.
# Instructions: of one call, with all that it calls, by callgrind. Neither depends on the tests, nor they on it.
cmake_minimum_required(VERSION 3.24)
include("${CMAKE_CURRENT_LIST_DIR}/packages.cmake")

if(NOT DEFINED NABLA_BENCHMARK_FLAGS)
  set(NABLA_BENCHMARK_FLAGS "-O3 -DNDEBUG")
endif()
if(NOT DEFINED NABLA_BENCHMARK_REPETITIONS)
  set(NABLA_BENCHMARK_REPETITIONS 30)
endif()

if(NOT DEFINED NABLA_BENCHMARK_LARGE)
  set(NABLA_BENCHMARK_LARGE ON)
endif()

set(workloads "")
if(DEFINED NABLA_BENCHMARK_WORKLOADS)
  # By commas: each call of a function would take a list apart.
  string(REPLACE ";" "," workloads "-DNABLA_BENCHMARK_WORKLOADS=${NABLA_BENCHMARK_WORKLOADS}")
endif()

need_build_tools()
need(libbenchmark-dev FILE include/benchmark/benchmark.h)
need(libceres-dev FILE include/ceres/jet.h)
need(libadolc-dev FILE include/adolc/adolc.h)
need(valgrind FILE include/valgrind/callgrind.h)
install_missing("and run this again.")

set(build "${root}/build/benchmark")
set(out "${build}/out")
run("Configuring" "${CMAKE_COMMAND}" --fresh -S "${root}/test/benchmark" -B "${build}" -G Ninja
    "-DNABLA_BENCHMARK_FLAGS=${NABLA_BENCHMARK_FLAGS}" -DNABLA_BENCHMARK_LARGE=${NABLA_BENCHMARK_LARGE} ${workloads})
run("Building" "${CMAKE_COMMAND}" --build "${build}" --parallel ${jobs})
# ADOL-C has 32 buffers for its tapes where the folder in which it runs does not say otherwise. There are 37 tapes.
file(WRITE "${build}/.adolcrc" "\"TBUFNUM\" \"40\"\n")
run("Checking that the peers agree" "${CMAKE_COMMAND}" -E chdir "${build}" "${build}/benchmarks" check)

message(STATUS "Counting instructions")
file(REMOVE_RECURSE "${out}")
file(MAKE_DIRECTORY "${out}")
find_program(valgrind valgrind NO_CACHE REQUIRED)
execute_process(COMMAND "${valgrind}" --tool=callgrind --collect-atstart=no "--toggle-collect=kernel_*"
                        "--callgrind-out-file=${out}/callgrind" "${build}/benchmarks" count
                WORKING_DIRECTORY "${build}" OUTPUT_QUIET ERROR_VARIABLE messages RESULT_VARIABLE failed)
if(failed)
  message(NOTICE "${messages}")
  message(WARNING "callgrind did not run these programs (it knows no AVX-512); the table is without instructions.")
endif()
set(instructions "")
file(GLOB dumps "${out}/callgrind.*")
foreach(dump IN LISTS dumps)
  file(STRINGS "${dump}" lines REGEX "^(desc: Trigger: Client Request: |summary: )")
  if(lines MATCHES "Client Request: ([a-z0-9_]+) ([a-z]+);summary: ([0-9]+)")
    string(APPEND instructions "${CMAKE_MATCH_1} ${CMAKE_MATCH_2} ${CMAKE_MATCH_3}\n")
  endif()
endforeach()
file(REMOVE ${dumps} "${out}/callgrind")
file(WRITE "${out}/instructions.txt" "${instructions}")

message(STATUS "Taking times")
run("Timing" "${CMAKE_COMMAND}" -E chdir "${build}" "${build}/benchmarks" run "${out}/instructions.txt" "${out}/benchmark.csv" "${out}/benchmark.txt"
    --benchmark_enable_random_interleaving=true --benchmark_repetitions=${NABLA_BENCHMARK_REPETITIONS}
    --benchmark_min_time=0.005)
find_program(gnuplot gnuplot NO_CACHE REQUIRED)
run("Drawing" "${gnuplot}" -e "folder='${out}'" "${root}/test/benchmark/draw.gnuplot")
foreach(file IN ITEMS benchmark.txt benchmark.csv benchmark.svg)
  message(STATUS "Written: ${out}/${file}")
endforeach()
