// Distances on the globe, without libm so that every machine gives the same bits.
#pragma once

namespace polder {

/// Great-circle distance [km] between two points in degrees (haversine, radius 6371.0088 km).
double great_circle_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

}  // namespace polder
