// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/error.hpp"
#include "geopackage/statement.hpp"

namespace incidentmap {

/// A look-up of a key that outlives it; ended, so that the statement holds nothing when the next one begins.
class Look {
  public:
    Look(Statement& statement, std::string_view key) : m_statement(statement) {
        m_statement.bind_text_view(1, key);
    }
    ~Look() {
        try {
            m_statement.reset();
        } catch (const Error&) {  // reset tells the last step's failure again, which has been thrown already
        }
    }
    Look(const Look&) = delete;
    Look& operator=(const Look&) = delete;
    bool step() { return m_statement.step(); }

  private:
    Statement& m_statement;
};

}  // namespace incidentmap
