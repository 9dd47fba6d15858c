#pragma once

#include <string>
#include <string_view>
#include <vector>

// The files that the room reads: its data, and the page FUNCTIONS.md, parts of which the tests write.

namespace oracle {

/// The lines of a file of this folder, without empty ones and comments (#).
std::vector<std::string> lines_of(std::string const& file);

/// The cells of a line, parted by `|`, without the blanks around them.
std::vector<std::string> cells_of(std::string const& line);

/// FUNCTIONS.md.
std::string functions_page();

/// What stands in a page between the lines "<!-- begin name -->" and "<!-- end name -->"; empty where there is no such part.
std::string part_of_page(std::string const& page, std::string_view name);

/// The page with another text in that part, at its end where it had none.
std::string with_part(std::string page, std::string_view name, std::string const& text);

/// Puts a part into the file that the environment's NABLA_REPORT names, where it names one.
void report(std::string_view name, std::string const& text);

}  // namespace oracle
