// What somebody who steers by the labour market knows of it.
#pragma once

namespace polder {

struct Information {
  double precision = 0;  // share of what is to come that is known [0, 1]
  double lag = 0;        // after how many months statistics come out
};

}  // namespace polder
