// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/command_reporter.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "writer/postgis/connection_text.hpp"
#include "writer/postgis/schema_union.hpp"

namespace incidentmap {
namespace {

struct UnionArguments {
    std::string schema;
    std::string output = "PG:";
};

Exit unite(const UnionArguments& arguments, CommandReporter& reporter) {
    if (!is_postgis(arguments.output))
        throw UsageError{"-o " + arguments.output + " is no database: give PG:\"dbname=maps host=…\""};
    const UnitedSchemas united = unite_schemas(arguments.output, arguments.schema);
    reporter.end();
    for (const std::string& note : united.notes) reporter.warn(note);
    if (!reporter.quiet())
        std::printf("%s is one map of %zu shards: %s\nsummed up: %s\n", united.where.c_str(),
                    united.shards.size(), joined(united.tables, ", ").c_str(),
                    joined(united.views, ", ").c_str());
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_postgis_union(CLI::App& app, CommandReporter& reporter) {
    auto arguments = std::make_shared<UnionArguments>();
    app.add_option("schema", arguments->schema, "The --schema that the shards were built with")
        ->required()
        ->type_name("SCHEMA");
    app.add_option(
           "-o,--output", arguments->output,
           "The database: PG:\"dbname=maps host=…\" as libpq has it; PG: alone asks libpq's environment")
        ->capture_default_str()
        ->type_name("PG:...");
    reporter.declare(app);
    app.footer(
        "\nEach shard of a build stands in a schema of its own, SCHEMA_shard_K_of_N. This makes them one map "
        "in "
        "SCHEMA:\n"
        "tables that the shards inherit from, and views that sum up what stands in several (bases, sources, "
        "possible\n"
        "areas). A shard that is built again shows at once; one that has a layer which no shard had needs "
        "this again.\n"
        "\nExamples:\n"
        "  incidentmap build june.csv -o PG:dbname=maps --schema maps --shard 1/4\n"
        "  incidentmap postgis-union maps -o PG:dbname=maps");
    return [arguments, &reporter] { return unite(*arguments, reporter); };
}

}  // namespace incidentmap
