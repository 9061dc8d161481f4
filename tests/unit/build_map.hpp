// SPDX-License-Identifier: MIT
/// A map that tests build again and again.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "catch.hpp"
#include "geopackage/database.hpp"
#include "geopackage_tools.hpp"
#include "scratch.hpp"

namespace build_map {

namespace fs = std::filesystem;
using namespace incidentmap;

/// Two villages and two camps that share their names, in two provinces, and a town.
inline const std::string places =
    "place_id,name,kind,country,admin1,latitude,longitude,extent_m,accuracy_m\n"
    "v1,Sheikh Amir,village,IQ,Nineveh,36.32,43.47,1000,1000\n"
    "v2,Sheikh Amir,village,IQ,Wasit,32.27,45.98,1000,1000\n"
    "c1,Camp Sunrise,military base,IQ,Baghdad,33.5,44.25,2000,100\n"
    "c2,Camp Sunrise,military base,IQ,Basra,30.5,47.8,2000,100\n"
    "t1,Irbil,city,IQ,Erbil,36.19,44.01,5000,500\n"
    "p1,Baghdad,province,IQ,,33.3,44.4,50000,1000\n";

inline const std::string reports =
    "report_id,event_date,place,country,launch_place\n"
    "r1,2020-01-01,Irbil,IQ,Sheikh Amir\n"
    "r2,2020-01-02,Camp Sunrise,IQ,\n"
    "r3,2020-01-03,Camp Sunrise,IQ,Sheikh Amir\n";

/// A folder with a table of reports and a gazetteer, built again and again.
class Map {
  public:
    explicit Map(const std::string& table = reports) {
        setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
        options.inputs = {folder.file("in.csv", table)};
        options.gazetteers = {folder.file("places.csv", places)};
        options.output = folder.path("out");
    }
    BuildSummary build() const {
        Reporter silent;
        return run_build(options, silent);
    }
    std::string decisions() const {
        return fs::exists(folder.path("in.decisions.csv")) ? bytes_of(folder.path("in.decisions.csv")) : "";
    }
    /// Decides: fills the cells of columns by their names in the row of these words and column.
    void decide(const std::string& rows) const {
        folder.file(
            "in.decisions.csv",
            "report_id,words,column,decision,decided_by,decided_on,decided_why,decided_source\n" + rows);
    }
    /// The cells of a query's rows, with `,` between cells and a newline after each row.
    std::string ask(const std::string& sql) const {
        Database layers = Database::open_read_only(folder.path("out/in.gpkg"));
        Statement rows = layers.prepare(sql);
        std::string text;
        while (rows.step()) {
            for (int i = 0; i < rows.column_count(); ++i)
                text += (i > 0 ? "," : "") + std::string(rows.text(i));
            text += "\n";
        }
        return text;
    }
    std::string finding(const std::string& code) const {
        if (ask("SELECT 1 FROM sqlite_schema WHERE name = 'findings'").empty()) return {};
        return ask("SELECT input_file, input_row, input_column, sentence FROM findings WHERE code = '" +
                   code + "'");
    }
    std::string bytes() const {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder.path("out"))) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        std::string all;
        for (const fs::path& file : files) all += file.filename().string() + "\n" + bytes_of(file.string());
        return all;
    }

    /// As a damaged file, or a hostile one, has it: each vertex of the incidents at a latitude of two
    /// billion.
    void put_beyond_the_pole() const {
        Database file = Database::open_draft(folder.path("out/in.gpkg"));
        std::vector<std::string> triggers;
        {
            Statement rows = file.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
            while (rows.step()) triggers.emplace_back(rows.text(0));
        }
        for (const std::string& trigger : triggers)
            file.execute("DROP TRIGGER " + quoted_identifier(trigger));
        file.execute(
            "UPDATE attacks SET geom = x'47500001E61000000101000000000000000000464000000000"
            "65CDDD41'");
        file.close();
    }

    Scratch folder;
    BuildRequest options;
};

}  // namespace build_map
