// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "core/xml_text.hpp"

using namespace incidentmap;

TEST_CASE("text becomes text of XML, whatever it holds") {
    CHECK(xml_text("<script>\"a\" & 'b'</script>") ==
          "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
    CHECK(xml_text("two\nlines\tand a tab") == "two\nlines\tand a tab");
    CHECK(xml_text(std::string("bell\x07 and nul\0", 14)) == "bell\uFFFD and nul\uFFFD");
    CHECK(xml_text("h\xEF\xBF\xBE"
                   "ead\xEF\xBF\xBF") == "h\uFFFDead\uFFFD");
    CHECK(xml_text("Hewlêr أربيل") == "Hewlêr أربيل");
    CHECK(xml_text("").empty());
}
