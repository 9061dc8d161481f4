// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "build/report_collection.hpp"
#include "locate/resolver.hpp"

namespace incidentmap {

/// Gives incidents on in their order, a few hundred behind: meanwhile threads look up what their reports name
/// and measure how far it is, so that who places them finds the answers there. What is answered, and in which
/// order it is asked, does not depend on how many threads there are.
class LookAhead {
  public:
    /// Is given the reports of each incident, and what add() was told of it.
    using Take = std::function<void(IncidentReports&, bool is_placed)>;

    /// \param resolver of who places them; it must outlive this. \param threads with 1, or a few incidents,
    /// or a gazetteer that cannot be opened again, incidents are given on at once
    LookAhead(Resolver& resolver, unsigned threads, std::int64_t incidents);
    /// Stops the threads.
    ~LookAhead();
    LookAhead(const LookAhead&) = delete;
    LookAhead& operator=(const LookAhead&) = delete;

    /// \param is_placed false: nothing of it is looked up
    void add(IncidentReports&& reports, bool is_placed, const Take& take);

    /// Gives on what is left.
    void finish(const Take& take);

  private:
    struct State;
    std::unique_ptr<State> m_state;  ///< null: there are no threads
};

}  // namespace incidentmap
