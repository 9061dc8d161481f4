// SPDX-License-Identifier: MIT
/// What gazetteers know of a stretch of the earth.
#include <string>
#include <vector>

#include "catch.hpp"
#include "gazetteer/import/import.hpp"
#include "gazetteer/surroundings.hpp"
#include "scratch.hpp"

using namespace incidentmap;

namespace {

Gazetteer made(const Scratch& scratch, const std::string& name, const std::string& rows) {
    const std::string table = scratch.file(
        name + ".csv", "place_id,name,kind,country,latitude,longitude,population,source_id\n" + rows);
    const std::string made = scratch.path(name + ".gpkg");
    import_gazetteer(ImportFormat::csv, {table}, made);
    return Gazetteer::open(made);
}

std::vector<std::string> names_of(const Surroundings& surroundings) {
    std::vector<std::string> names;
    for (const Settlement& settlement : surroundings.settlements) names.push_back(settlement.name);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the cities and towns of a box, the most populous first, and no more than asked for") {
    const Scratch scratch;
    std::vector<Gazetteer> gazetteers;
    gazetteers.push_back(made(scratch, "one",
                              "a,Smallton,town,IQ,33,44,1000,\n"
                              "b,Bigton,city,IQ,33.5,44.5,500000,\n"
                              "c,Farton,city,IQ,40,60,900000,\n"
                              "d,Camp Quiet,military base,IQ,33.2,44.2,0,\n"
                              "e,Midton,town,IQ,33.1,44.1,20000,\n"));
    CHECK(names_of(surroundings_in(gazetteers, {43, 32, 45, 34}, 10)) ==
          Names{"Bigton", "Midton", "Smallton"});
    CHECK(names_of(surroundings_in(gazetteers, {43, 32, 45, 34}, 2)) == Names{"Bigton", "Midton"});
    CHECK(names_of(surroundings_in(gazetteers, {0, 0, 1, 1}, 10)).empty());
}

TEST_CASE("a box across the antimeridian holds what is on either side") {
    const Scratch scratch;
    std::vector<Gazetteer> gazetteers;
    gazetteers.push_back(made(scratch, "pacific",
                              "w,Westside,town,FJ,-17,179.5,100,\n"
                              "e,Eastside,town,FJ,-17,-179.5,200,\n"
                              "n,Nowhere near,town,FJ,-17,0,300,\n"));
    CHECK(names_of(surroundings_in(gazetteers, {179, -18, -179, -16}, 10)) == Names{"Eastside", "Westside"});
}

TEST_CASE("a town that two gazetteers have is named once") {
    const Scratch scratch;
    std::vector<Gazetteer> gazetteers;
    gazetteers.push_back(made(scratch, "own", "m,Mosul,city,IQ,36.34,43.12,1700000,\n"));
    gazetteers.push_back(made(scratch, "world",
                              "geonames:99072,Mosul,city,IQ,36.335,43.1189,1739800,\n"
                              "x,Bartella,town,IQ,36.35,43.37,30000,\n"));
    CHECK(names_of(surroundings_in(gazetteers, {43, 36, 44, 37}, 10)) == Names{"Mosul", "Bartella"});
}
