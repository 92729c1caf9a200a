// exp, log and what follows from them, made from + - * / and bit moves only, so that every compiler, optimisation
// level and processor gives the same bits. The system's libm does not: it picks its variants by processor.
#pragma once

namespace polder::detmath {

double exp(double x);             // within 1 ulp for |x| < 700; 0 below -745, infinity above 709.78
double log(double x);             // natural logarithm of x > 0, within 1 ulp; NaN for x <= 0
double pow(double x, double y);   // exp(y log x) for x > 0
double logistic(double x);        // 1 / (1 + exp(-x))

}  // namespace polder::detmath
