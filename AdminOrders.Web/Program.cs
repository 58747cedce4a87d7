var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "AdminOrders");
await app.RunAsync();

public partial class Program;
