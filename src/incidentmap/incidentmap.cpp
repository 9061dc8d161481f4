// SPDX-License-Identifier: MIT
#include "incidentmap/incidentmap.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "build/build.hpp"
#include "core/date.hpp"
#include "core/text.hpp"
#include "gazetteer/country.hpp"
#include "gazetteer/default_gazetteers.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {

struct Gazetteers::Inside {
    Resolver resolver;
};

Gazetteers::Gazetteers(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}
Gazetteers::Gazetteers(Gazetteers&&) noexcept = default;
Gazetteers& Gazetteers::operator=(Gazetteers&&) noexcept = default;
Gazetteers::~Gazetteers() = default;

namespace {

std::vector<std::string> paths_of(const GazetteerChoice& choice) {
    return asked_gazetteers(choice.gazetteers, choice.installed_in);
}

Day day(const std::string& text, const std::string& what, bool last) {
    const ReadDate read = read_date(text);
    if (const auto* why = std::get_if<std::string>(&read)) throw UsageError{what + ": " + *why};
    const auto& date = std::get<EventDate>(read);
    return last ? date.last : date.first;
}

BuildRequest request_of(const BuildOrder& order) {
    BuildRequest request;
    request.inputs = order.inputs;
    request.output = order.output;
    request.formats = order.formats;
    if (request.formats.empty()) {
        const bool one_file =
            lower_ascii(std::filesystem::path(order.output).extension().string()) == ".gpkg";
        request.formats =
            one_file ? std::vector<std::string>{"gpkg"} : std::vector<std::string>{"gpkg", "geojson"};
    }
    request.gazetteers = paths_of(order.gazetteers);
    if (!order.since.empty()) request.filter.since = day(order.since, "since", false);
    if (!order.until.empty()) request.filter.until = day(order.until, "until", true);
    for (const std::string& country : order.countries) {
        request.filter.countries.push_back(country_code(country));
        if (request.filter.countries.back().empty()) throw UsageError{"'" + country + "' is no country"};
    }
    request.texts.title = order.title;
    request.ask = order.ask;
    return request;
}

/// Keeps what the checks notice.
class FindingList : public Reporter {
  public:
    void finding(const Finding& finding, std::string_view /*value*/) override { findings.push_back(finding); }
    std::vector<Finding> findings;
};

}  // namespace

Gazetteers open_gazetteers(const GazetteerChoice& choice) {
    return Gazetteers(std::unique_ptr<Gazetteers::Inside>(
        new Gazetteers::Inside{Resolver(open_gazetteers(paths_of(choice)))}));
}

Location resolve(Gazetteers& gazetteers, const Query& query) {
    Location found = gazetteers.inside().resolver.resolve(query);
    gazetteers.inside().resolver.forget_if_large();
    return found;
}

Location resolve(Gazetteers& gazetteers, std::string_view words, std::string_view country) {
    return resolve(gazetteers, {as_utf8(words).text, std::string(country), {}, {}, std::nullopt});
}

BuildResult build(const BuildOrder& order) {
    FindingList noticed;
    const BuildSummary summary = run_build(request_of(order), noticed);
    BuildResult result;
    const auto of = [&](Status status) {
        return summary.counts.by_status.at(static_cast<std::size_t>(status));
    };
    result.incidents = summary.counts.incidents;
    result.points = of(Status::resolved);
    result.areas = of(Status::coarse);
    result.not_on_map = of(Status::ambiguous) + of(Status::unresolved);
    result.reports = summary.reports;
    for (const WrittenFile& file : summary.written.files) result.files.push_back(file.path);
    result.findings = std::move(noticed.findings);
    result.build_id = summary.build_id;
    return result;
}

}  // namespace incidentmap
