// error: nabla: an optimizer updates as many parameters as it was made for, by as many gradients
#include <nabla/matrix/optimizers.hpp>

void run() {
  std::tuple parameters(Eigen::MatrixXd(2, 3), Eigen::VectorXd(2));
  nabla::optimizer descent(nabla::adam{}, parameters);
  descent.update(parameters, parameters);
#ifdef EXPECT_ERROR
  descent.update(parameters, std::tuple(Eigen::MatrixXd(2, 3)));
#endif
}
