# Trains both examples of examples/fashion on Fashion-MNIST: installs the data set and what else is missing, builds for this machine's
# processor, trains, and says where the pictures are.
#
#   cmake -P cmake/train.cmake
#   cmake -D NABLA_TRAINING_OPTIONS="--epochs 20 --seed 2" -P cmake/train.cmake        options of both programs (network --help)
cmake_minimum_required(VERSION 3.24)
include("${CMAKE_CURRENT_LIST_DIR}/packages.cmake")

need_build_tools()
need_example_libraries()
need(dataset-fashion-mnist FILE share/datasets/fashion-mnist/train-images-idx3-ubyte.gz)
install_missing("and run this again; or get the four files of Fashion-MNIST, and give their folder to the programs: --data <folder>")

separate_arguments(options UNIX_COMMAND "${NABLA_TRAINING_OPTIONS}")
set(build "${root}/build/train")
fresh_if_foreign("${build}" fresh)
# Warnings are the tests' business; GCC 12 raises false ones about its own AVX-512 intrinsics.
run("Configuring" "${CMAKE_COMMAND}" ${fresh} -S "${root}" -B "${build}" -G Ninja -D CMAKE_BUILD_TYPE=Release
    -D NABLA_BUILD_TESTS=OFF "-DNABLA_TRAINING_FLAGS=-O3 -march=native -w")
run("Building" "${CMAKE_COMMAND}" --build "${build}" --parallel ${jobs} --target logistic_regression network)

set(out "${build}/out")
file(MAKE_DIRECTORY "${out}")
foreach(program IN ITEMS logistic_regression network)
  run("Training" "${build}/examples/fashion/${program}" --timing --output "${out}" --save "${out}/${program}.checkpoint" ${options})
endforeach()
file(GLOB written "${out}/*.svg" "${out}/*.png" "${out}/*.checkpoint")
foreach(file IN LISTS written)
  message(STATUS "Written: ${file}")
endforeach()
