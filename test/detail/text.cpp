#include <nabla/detail/text.hpp>

#include <boost/test/unit_test.hpp>

#include <iomanip>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using nabla::text;

constexpr text sine = "sin(x)";
static_assert(sine == "sin(x)" && sine != "sin(y)" && sine == std::string_view("sin(x)") && "sin(x)" == sine);
static_assert(sine.size() == 6 && !sine.empty() && text().empty() && sine[3] == '(');
static_assert(sine.substr(4) == "x)" && sine.substr(4, 1) == "x" && sine.substr(9).empty());
static_assert(sine.find("x") == 4 && sine.find("y") == text::npos && sine.find("") == 0 && sine.find("x", 5) == text::npos);
static_assert(text("a") < text("b") && text("a") < text("ab") && !(text("b") < text("ab")));
static_assert(std::string_view(sine) == "sin(x)");

}  // namespace

BOOST_AUTO_TEST_SUITE(detail_text)

BOOST_AUTO_TEST_CASE(is_a_standard_string_where_one_is_wanted) {
  std::string const copied = sine;
  std::string_view const viewed = sine;
  BOOST_TEST(copied == "sin(x)");
  BOOST_TEST(viewed == "sin(x)");
  BOOST_TEST((sine == copied && copied == sine && sine == viewed));
  BOOST_TEST((std::string(sine) + "!") == "sin(x)!");
}

BOOST_AUTO_TEST_CASE(is_padded_as_strings_are) {
  std::ostringstream ours, standard;
  ours << std::setw(9) << sine << '|' << std::left << std::setfill('.') << std::setw(9) << sine << '|' << std::setw(2) << sine;
  standard << std::setw(9) << "sin(x)" << '|' << std::left << std::setfill('.') << std::setw(9) << "sin(x)" << '|' << std::setw(2)
           << "sin(x)";
  BOOST_TEST(ours.str() == standard.str());
}

BOOST_AUTO_TEST_SUITE_END()
