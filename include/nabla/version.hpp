#pragma once

/// Version of the library: major * 10000 + minor * 100 + patch. CMakeLists.txt states the same version; a test compares them.
#define NABLA_VERSION 100
#define NABLA_VERSION_STRING "0.1.0"
