// SPDX-License-Identifier: MIT
/// What the files of the maps of a split are called.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "build/depfile.hpp"
#include "build/map_names.hpp"
#include "catch.hpp"

using namespace incidentmap;

namespace {

std::vector<std::string> names(const std::vector<std::string>& texts) {
    std::vector<std::optional<KeyValue>> values;
    for (const std::string& text : texts) values.push_back(KeyValue{text, {}});
    return map_names(values);
}

}  // namespace

TEST_CASE("a map is called after its value, as far as every file system takes it") {
    CHECK(names({"2020-07"}).front() == "2020-07");
    CHECK(names({"Al Anbar"}).front() == "Al_Anbar");
    CHECK(names({"a/b"}).front() == "a_b");
    CHECK(names({"../etc"}).front() == "etc");
    CHECK(names({"الأنبار"}).front() == "الأنبار");
    CHECK(names({"Київ"}).front() == "Київ");
    CHECK(names({"São Paulo"}).front() == "São_Paulo");
    CHECK(map_names(std::vector<std::optional<KeyValue>>{std::nullopt}).front() == "not_stated");
}

TEST_CASE("values that would be called alike are called otherwise, whatever their order") {
    const std::vector<std::string> one = names({"a/b", "a b", "Same", "same", "not stated", "..", "?"});
    const std::vector<std::string> other = names({"?", "..", "not stated", "same", "Same", "a b", "a/b"});
    CHECK(std::set<std::string>(one.begin(), one.end()).size() == one.size());
    CHECK(std::set<std::string>(one.begin(), one.end()) == std::set<std::string>(other.begin(), other.end()));
    for (const std::string& name : one) {
        CHECK(name != "not_stated");
        CHECK(!name.empty());
        CHECK(name.front() != '.');
    }
}

TEST_CASE("a long value is cut at a character and stays distinct") {
    std::string arabic;
    for (int i = 0; i < 300; ++i) arabic += "ب";
    const std::vector<std::string> cut = names({arabic, arabic + "ت"});
    CHECK(cut[0] != cut[1]);
    CHECK(cut[0].size() <= 80);
    CHECK(cut[0].starts_with("ببب"));
}

TEST_CASE("rules for make name what is made, and each input once") {
    const std::string rules =
        make_rules({{"out/a b.gpkg", "out/c.qgz"}, {"in#put.csv", "a$b.csv", "in#put.csv"}});
    CHECK(
        rules ==
        "out/a\\ b.gpkg \\\n  out/c.qgz: \\\n  in\\#put.csv \\\n  a$$b.csv\n\nin\\#put.csv:\n\na$$b.csv:\n");
    CHECK_THROWS(make_rules({{"a\nb"}, {}}));
}
