// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "build/build_request.hpp"
#include "core/reporter.hpp"
#include "report/reader.hpp"
#include "report/source.hpp"

namespace incidentmap {

/// What a build reads: its tables of reports, in their order, and the tables of sources beside them.
class Inputs {
  public:
    /// Opens the tables of reports, and tells which column is read as what. \p request must outlive it
    /// \param lasting the inputs that are files: what belongs to them lies beside them \throws Error,
    /// UsageError as ReportReader does
    Inputs(const BuildRequest& request, const std::vector<std::string>& lasting, Reporter& reporter);

    /// The name that files of the build begin with: the first input's without its ending, `incidents` for
    /// standard input.
    std::string stem() const;

    /// The inputs' own columns, each name once, in the order in which they come.
    const std::vector<std::string>& extra_columns() const { return m_extra; }

    /// The tables of sources: the one that was named, or each `sources.csv` in an input's folder.
    const std::vector<std::string>& source_tables() const { return m_source_tables; }

    /// Reads those tables, and the sheets `sources` of the inputs. \return what is wrong with them
    std::vector<Finding> read_sources(Sources& sources, Reporter& reporter) const;

    /// Reads all reports, once, and calls \p take with each; Report::extra has a cell for each of
    /// extra_columns() then.
    void read(const std::function<void(Report& report, bool is_standard_input)>& take, Reporter& reporter);

    /// Once all are read: what each input shows as a whole is told, and what is wrong with it returned.
    std::vector<Finding> survey(Reporter& reporter) const;

    /// What an input calls one of our columns: `Lat.` for `latitude`. The name as it is where it calls none
    /// so.
    std::string name_in(const std::string& input, const std::string& column) const;

    /// How the cells of each input are read, by its name, once all are read.
    std::map<std::string, ReadOptions> read_options() const;

  private:
    const BuildRequest& m_request;
    std::vector<ReportReader> m_readers;
    std::vector<std::string> m_extra;
    std::vector<std::vector<std::size_t>> m_extra_index;  ///< of each input's columns, among all
    std::vector<std::string> m_source_tables;
};

}  // namespace incidentmap
