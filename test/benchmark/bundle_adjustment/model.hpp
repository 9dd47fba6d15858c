#pragma once

// W5: Snavely's reprojection: rotation by angle and axis, translation, focal length, two coefficients of radial distortion;
// two residuals by the nine of the camera and the three of the point. The angle is not 0.
struct bundle_adjustment {
  static constexpr int variables = 12, parameters = 2, outputs = 2;
  template <class X, class P>
  constexpr auto operator()(X const& x, P const& observed) const {
    using std::cos, std::sin, std::sqrt;
    using T = std::decay_t<decltype(x[0])>;
    T const theta = sqrt(T(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]));
    T const c = cos(theta), s = sin(theta), inverse = 1.0 / theta;
    T const w0 = x[0] * inverse, w1 = x[1] * inverse, w2 = x[2] * inverse;
    T const &X0 = x[9], &X1 = x[10], &X2 = x[11];
    T const along = (w0 * X0 + w1 * X1 + w2 * X2) * (1.0 - c);
    T const p0 = X0 * c + (w1 * X2 - w2 * X1) * s + w0 * along + x[3];
    T const p1 = X1 * c + (w2 * X0 - w0 * X2) * s + w1 * along + x[4];
    T const p2 = X2 * c + (w0 * X1 - w1 * X0) * s + w2 * along + x[5];
    T const u = -p0 / p2, v = -p1 / p2;
    T const r2 = u * u + v * v;
    T const scale = x[6] * (1.0 + r2 * (x[7] + x[8] * r2));
    return std::array<T, 2>{T(scale * u - observed[0]), T(scale * v - observed[1])};
  }
};

#define JACOBIANS(K) K(bundle_adjustment, bundle_adjustment)
