// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "writer/postgis/connection.hpp"

namespace incidentmap {

/// The tables in which a schema says what a build put there: one row a table, one row a column.
inline const std::string list_of_tables = "incidentmap_tables";
inline const std::string list_of_columns = "incidentmap_columns";

/// A table, view or the like that stands in the schema.
struct StandingTable {
    std::string columns;     ///< as columns_in_words() says them
    bool is_table = true;    ///< an ordinary table, which can be emptied and filled
    bool may_change = true;  ///< the role that asks owns it
    bool is_ours = false;    ///< a build made it
    std::string content;     ///< what the build says that content_sql() gives
    std::string as_made;     ///< what the build says that the columns are
    std::string row_count;   ///< what the build says of these two, as writing_sql() gives them
    std::string transaction;
};

/// A schema as it stands before a build is written to it.
struct StandingSchema {
    bool exists = false;
    std::map<std::string, StandingTable> tables;  ///< by name
    std::vector<std::string> taken_out;           ///< tables that a build made, and that are not there
};

/// What the database has and who asks; checks that layers can be written there. \throws Error in one sentence
/// that says who can mend it
class PostgisSite {
  public:
    PostgisSite(PostgisConnection& connection, std::string schema);

    /// `the database maps, schema june`.
    std::string in_words() const;
    const std::string& role() const { return m_role; }
    const std::string& database() const { return m_database; }
    const std::string& schema() const { return m_schema; }

    /// What stands in the schema. \throws Error where it may not be made, or nothing be made in it
    StandingSchema look();

    /// The names of what people changed in tables of ours: `rows of attacks`. Reads whole those that more
    /// than one transaction wrote.
    std::vector<std::string> edited(const StandingSchema& standing);

  private:
    void check_postgis();
    void read_tables(StandingSchema& standing);
    void read_own(StandingSchema& standing);

    PostgisConnection& m_connection;
    std::string m_schema;
    std::string m_database;
    std::string m_role;
    std::string m_postgis_schema;
};

/// \throws Error where one of the tables that are to be written is none of ours, or may not be changed
void check_standing(const StandingSchema& standing, const std::vector<std::string>& tables,
                    const std::string& where);

}  // namespace incidentmap
