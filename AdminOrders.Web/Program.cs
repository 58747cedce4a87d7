using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Shell;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
// Components' own files are found without publishing, in every environment.
builder.WebHost.UseStaticWebAssets();
var location = StorageLocation.Settle(builder.Configuration, builder.Environment);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDbContextFactory<OrdersDb>(options => options.UseSqlite(builder.Configuration["Storage:ConnectionString"]));
builder.Services.AddAccounts(location);
builder.Services.AddShell();

var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    await scope.ServiceProvider.GetRequiredService<OrdersDb>().Database.EnsureCreatedAsync();
}

await app.PrepareAccountsAsync();
app.UseShell();
app.MapShell();
app.MapAccounts();
await app.RunAsync();

public partial class Program;
