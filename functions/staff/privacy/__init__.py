"""What is kept of somebody (个人信息), at the desk: a copy of it for her."""
